/** Takes down an operation as the messages of the extension's live stream, {"type","payload"}: what changed, frame by frame. Frames of messages count from 1. */
import { weaponParts } from './recorder.ts';
import type {
  Flight,
  Json,
  MissionHead,
  OperationTaker,
  UnitDetail,
  UnitHead,
  UnitState,
  VehicleDetail,
  VehicleHead,
  VehicleState,
} from './taker.ts';
import { HeldFlights, StateNews } from './tellings.ts';

const START = Date.UTC(2026, 2, 7, 18, 0);
const SIDES = ['EAST', 'WEST', 'GUER', 'CIV'];
const CHANNELS = ['Global', 'Side', 'Command', 'Group', 'Vehicle', 'Direct'];
const SCORES = ['infantryKills', 'vehicleKills', 'armorKills', 'airKills', 'deaths', 'totalScore'];
const OF_SIDE = ['UnitsTotal', 'UnitsAlive', 'UnitsDead', 'Groups', 'Vehicles', 'WeaponHolders'];

interface Marker {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly side: number;
  readonly size: readonly number[];
  readonly shape: string;
  readonly brush: string;
  readonly colour: string;
  isAdded: boolean;
}

type Payload = Readonly<Record<string, Json>>;

export class MessageRecorder implements OperationTaker {
  /** Messages that were not taken yet, each with a newline. */
  lines: string[] = [];
  readonly news = new StateNews();
  readonly #flights = new HeldFlights();
  readonly #vehicles = new Set<number>();
  readonly #markers: Marker[] = [];
  #delay = 1;

  begin({ missionName, missionAuthor, worldName, captureDelay, tags }: MissionHead): void {
    this.#delay = captureDelay;
    const names = { MissionName: missionName, BriefingName: missionName, MissionNameSource: 'cold_harbour', OnLoadName: '' };
    const server = { Author: missionAuthor, ServerName: 'Simulator', ServerProfile: 'server', StartTime: new Date(START).toISOString() };
    const recorder = { CaptureDelay: captureDelay, AddonVersion: '2.1.0', ExtensionVersion: 'v5.0.0', ExtensionBuild: '', Tag: tags };
    const sides = {
      PlayableSlots: { west: 8, east: 24, independent: 2, civilian: 0, logic: 0 },
      SideFriendly: { eastWest: false, eastIndependent: false, westIndependent: true },
    };
    const mission = { ...names, ...server, ...recorder, ...sides, Addons: [{ Name: 'CBA_A3', WorkshopID: '450814997' }] };
    const world = { Author: 'Sandtable', WorkshopID: '', DisplayName: 'Stratis', WorldName: worldName, WorldNameOriginal: 'Stratis' };
    this.#say('start_mission', { mission, world: { ...world, WorldSize: 8192, Latitude: -35, Longitude: 16.82 } });
  }

  unit({ id, name, group, side, isPlayer, role }: UnitHead, frame: number): void {
    const uid = isPlayer === 1 ? `765611990000${String(id).padStart(5, '0')}` : '';
    const names = { UnitName: name, GroupID: group, Side: side, IsPlayer: isPlayer === 1, RoleDescription: role };
    const kind = { ClassName: 'B_Soldier_F', DisplayName: 'Rifleman', PlayerUID: uid, SquadParams: [] };
    this.#say('add_soldier', { ID: id, ...this.#joined(frame), OcapType: 'unit', ...names, ...kind });
  }

  vehicle({ id, name, side, class: kind }: VehicleHead, frame: number): void {
    this.#vehicles.add(id);
    const names = { OcapType: kind, ClassName: 'B_Vehicle_F', DisplayName: name, Customization: '[["Black",1],[]]', Side: side };
    this.#say('add_vehicle', { ID: id, ...this.#joined(frame), ...names });
  }

  unitState(id: number, frame: number, state: UnitState, { vehicle, seat, stance, scores }: UnitDetail): void {
    const [place, direction, life, , name, isPlayer, role, group, side] = state;
    const about: Payload = {
      Position: pointOf(place),
      Bearing: direction,
      Lifestate: life,
      InVehicle: vehicle >= 0,
      InVehicleObjectID: vehicle >= 0 ? vehicle : null,
      VehicleRole: seat,
      UnitName: name,
      IsPlayer: isPlayer === 1,
      CurrentRole: role,
      HasStableVitals: life === 1,
      IsDraggedCarried: false,
      Stance: stance,
      GroupID: group,
      Side: side,
      Scores: Object.fromEntries(SCORES.map((score, i) => [score, scores[i] ?? 0])),
    };
    if (this.news.isNews(id, JSON.stringify(about))) this.#say('soldier_state', { SoldierID: id, ...this.#at(frame), ...about });
  }

  unitGone(id: number, frame: number): void {
    this.#say('delete_soldier', { id, frame: frame + 1 });
  }

  vehicleState(id: number, frame: number, state: VehicleState, { fuel, damage, engineOn, side }: VehicleDetail): void {
    // Fuel alone is no news.
    if (!this.news.isNews(id, JSON.stringify([state, damage, engineOn]))) return;
    const [place, direction, alive, crew] = state;
    const angle = (direction * Math.PI) / 180;
    const forward = [Number(Math.sin(angle).toFixed(4)), Number(Math.cos(angle).toFixed(4)), 0];
    const whereabouts = { Position: pointOf(place), Bearing: direction, IsAlive: alive === 1, Crew: JSON.stringify(crew) };
    const shape = { Fuel: fuel, Damage: damage, Locked: false, EngineOn: engineOn, Side: side };
    const axes = { VectorDir: JSON.stringify(forward), VectorUp: '[0,0,1]', TurretAzimuth: (direction + id * 7) % 360, TurretElevation: 0 };
    this.#say('vehicle_state', { VehicleID: id, ...this.#at(frame), ...whereabouts, ...shape, ...axes });
  }

  flight(flight: Flight): void {
    this.#flights.hold(flight, this.#delay);
  }

  #tellFlight({ frame, firer, vehicle, weapon, simulation, icon, points, hit }: Flight): void {
    const [, arm, magazine] = weaponParts(weapon);
    const last = points.at(-1);
    const hits =
      hit === null || last === undefined
        ? []
        : [{ CaptureFrame: last.frame + 1, Position: pointOf(last.place), ...this.#one('', hit.target), ComponentsHit: ['spine3'] }];
    this.#say('projectile_event', {
      CaptureFrame: frame + 1,
      FirerObjectID: firer,
      VehicleObjectID: vehicle < 0 ? null : vehicle,
      WeaponDisplay: arm,
      MagazineDisplay: magazine,
      MuzzleDisplay: arm,
      SimulationType: simulation,
      MagazineIcon: `\\A3\\ui\\${icon}`,
      Trajectory: points.map((point) => ({ Position: pointOf(point.place), FrameNum: point.frame + 1 })),
      Hits: hits,
    });
  }

  event(frame: number, type: string, ...rest: readonly Json[]): void {
    const [first, second, third] = rest;
    if (type === 'killed') {
      const [killer, weapon = ''] = second as [number | 'null', string | undefined];
      const [vehicle, arm, magazine] = weaponParts(weapon);
      const fighters = { ...this.#one('Victim', first as number), ...this.#one('Killer', killer === 'null' ? null : killer) };
      const by = { WeaponVehicle: vehicle, WeaponName: arm, WeaponMagazine: magazine, EventText: weapon };
      this.#say('kill_event', { ...this.#at(frame), ...fighters, ...by, Distance: third ?? 0 });
    } else if (type === 'captured' || type === 'contested') {
      const [object, name, side, [x = 0, y = 0, z = 0]] = first as [string, string, string, number[]];
      this.#say('sector_event', {
        ...this.#at(frame),
        Name: type,
        ObjectType: object,
        UnitName: name,
        Side: side,
        PosX: x,
        PosY: y,
        PosZ: z,
      });
    } else if (type === 'endMission') {
      const [side, message] = first as [string, string];
      this.#say('end_mission_event', { ...this.#at(frame), Side: side, Message: message });
    } else if (type !== 'hit') {
      const message = typeof first === 'string' ? first : JSON.stringify(first ?? '');
      this.#say('general_event', { ...this.#at(frame), Name: type, Message: message, ExtraData: {} });
    }
  }

  time({ date, frameNum, systemTimeUTC, time, timeMultiplier }: { readonly frameNum: number; readonly [key: string]: Json }): void {
    const clocks = {
      SystemTimeUTC: systemTimeUTC ?? '',
      MissionDate: date ?? '',
      TimeMultiplier: timeMultiplier ?? 1,
      MissionTime: time ?? 0,
    };
    this.#say('time_state', { ...this.#at(frameNum), ...clocks });
  }

  marker(
    type: string,
    text: string,
    _start: number,
    side: number,
    size: readonly [number, number],
    shape: string,
    brush: string,
    colour: string,
  ): number {
    const name = `marker_${this.#markers.length}`;
    return this.#markers.push({ name, type, text, side, size, shape, brush, colour, isAdded: false }) - 1;
  }

  markerState(handle: number, state: readonly Json[]): void {
    const marker = this.#markers[handle];
    if (marker === undefined) return;
    const [frame, place, direction = 0, alpha = 1, ...style] = state as [number, readonly Json[], number?, number?, ...Json[]];
    const [text = marker.text, colour = marker.colour, size = marker.size, type = marker.type, brush = marker.brush, shape = marker.shape] =
      style;
    const isLine = Array.isArray(place[0]);
    const whereabouts: Payload = {
      ...this.#at(frame),
      Position: isLine ? { x: 0, y: 0, z: 0 } : pointOf(place as readonly number[]),
      Polyline: isLine ? (place as readonly (readonly number[])[]).map(([x = 0, y = 0]) => ({ x, y })) : null,
      Direction: direction,
      Alpha: alpha,
    };
    const look: Payload = {
      MarkerType: type,
      Text: text,
      Color: typeof colour === 'string' ? colourOf(colour) : colour,
      Size: JSON.stringify(size),
      Brush: brush,
      Shape: shape,
    };
    if (marker.isAdded) {
      this.#say('marker_state', { MarkerID: handle + 1, ...whereabouts, ...look });
      return;
    }
    marker.isAdded = true;
    const added = { ID: handle + 1, MarkerName: marker.name, OwnerID: -1, Side: SIDES[marker.side] ?? '-1', EndFrame: 0, IsDeleted: false };
    this.#say('add_marker', { ...added, ...whereabouts, ...look });
  }

  endMarker(handle: number, frame: number): void {
    const marker = this.#markers[handle];
    if (marker !== undefined) this.#say('delete_marker', { Name: marker.name, EndFrame: frame + 1 });
  }

  chat(frame: number, sender: number, channel: number, name: string, text: string): void {
    const words = { Channel: CHANNELS[channel] ?? 'Side', FromName: name, SenderName: name, Message: text, PlayerUID: '76561199000000000' };
    this.#say('chat_event', { SoldierID: sender, ...this.#at(frame), ...words });
  }

  radio(frame: number, sender: number, isStart: boolean, frequency: number): void {
    const radio = { Radio: 'TFAR_anprc152_1', RadioType: 'SW', StartEnd: isStart ? 'Start' : 'End' };
    const tuned = { Channel: 1, IsAdditional: false, Frequency: frequency, Code: '_bluefor' };
    this.#say('radio_event', { SoldierID: sender, ...this.#at(frame), ...radio, ...tuned });
  }

  unconscious(frame: number, id: number, isDown: boolean): void {
    this.#say('ace3_unconscious', { SoldierID: id, ...this.#at(frame), IsUnconscious: isDown });
  }

  telemetry(
    frame: number,
    [average, least]: readonly [number, number],
    sides: readonly (readonly number[])[],
    players: readonly Json[],
  ): void {
    const counts = (values: readonly number[]): Payload => Object.fromEntries(OF_SIDE.map((name, i) => [name, values[i] ?? 0]));
    const sum = (i: number): number => sides.reduce((total, side) => total + (side[i] ?? 0), 0);
    const units = { UnitsAlive: sum(1), UnitsDead: sum(2), Groups: sum(3), Vehicles: 6, WeaponHolders: 0 };
    const air = { Fog: 0, Overcast: 0.3, Rain: 0, Humidity: 0, Waves: 0.1, WindDir: 90, WindStr: 0.2, Gusts: 0.1, Lightnings: 0 };
    this.#say('telemetry', {
      ...this.#at(frame),
      FpsAverage: average,
      FpsMin: least,
      SideEntityCounts: [0, 1, 2, 3].map((side) => ({ Local: counts(sides[side] ?? []), Remote: counts([]) })),
      GlobalCounts: { ...units, PlayersAlive: players.length, PlayersDead: 0, PlayersConnected: players.length },
      Scripts: { Spawn: 3, ExecVM: 1, Exec: 0, ExecFSM: 2, PFH: 14 },
      Weather: { ...air, MoonIntensity: 0.5, MoonPhase: 0.5, SunOrMoon: 1 },
      Players: (players as readonly Json[][]).map(([UID = '', Name = '', Ping = 0, BW = 0, Desync = 0]) => ({
        UID,
        Name,
        Ping,
        BW,
        Desync,
      })),
    });
  }

  frameDone(frame: number): void {
    for (const flight of this.#flights.due(frame)) this.#tellFlight(flight);
  }

  /** Ends the mission: what is still in the air is told, and the mission ends. */
  save(): void {
    this.frameDone(Number.POSITIVE_INFINITY);
    this.#say('end_mission', null);
  }

  #joined(frame: number): Payload {
    return { JoinTime: this.#clock(frame), JoinFrame: frame + 1 };
  }

  #at(frame: number): Payload {
    return { Time: this.#clock(frame), CaptureFrame: frame + 1 };
  }

  #clock(frame: number): string {
    return new Date(START + frame * this.#delay * 1000).toISOString();
  }

  /** The two fields that name a soldier or a vehicle; nobody: null. */
  #one(as: string, id: number | null): Payload {
    const isVehicle = id !== null && this.#vehicles.has(id);
    return { [`${as}SoldierID`]: isVehicle ? null : id, [`${as}VehicleID`]: isVehicle ? id : null };
  }

  #say(type: string, payload: Json): void {
    this.lines.push(`${JSON.stringify({ type, payload })}\n`);
  }
}

function pointOf([x = 0, y = 0, z = 0]: readonly number[]): Payload {
  return { x, y, z };
}

function colourOf(colour: string): string {
  return /^[0-9A-F]{6}$/.test(colour) ? `#${colour}` : colour;
}
