/**
 * The live stream of the newer extension: one JSON object per message, {"type","payload"}, in place of the game's commands. Start and end of a mission are
 * acknowledged; a mission that is started again under the same name and time is the same one, after a lost connection.
 */
import { asJson } from '../native.ts';
import { BadCommand } from './arguments.ts';
import { Dispatcher, type RecorderHost, type Reply } from './dispatcher.ts';
import type { MarkerState } from './drawings.ts';
import { fly, kill, weaponText } from './fights.ts';
import { missionHeader } from './mission-header.ts';
import type { Parts } from './parts.ts';
import { happenToPlaced, place } from './placed.ts';
import { sayTime } from './server-commands.ts';
import { isTooDeep } from './sqf.ts';
import { pointOf, StreamFields } from './stream-fields.ts';
import { streamTelemetry } from './stream-telemetry.ts';
import { remove } from './vehicles.ts';

export const STREAM_FORMAT = 'ocap-stream';
const SCORES = ['infantrykills', 'vehiclekills', 'armorkills', 'airkills', 'deaths', 'totalscore'];

export class StreamMessages {
  readonly dispatcher: Dispatcher;
  /** Name and time of the mission that runs. */
  #mission = '';
  /** Names of markers by the extension's own numbers. */
  #markers = new Map<number, string>();

  constructor(host: RecorderHost) {
    this.dispatcher = new Dispatcher(host, { isOpen: true });
  }

  /** Carries out one message, as `Dispatcher.dispatch` does a line: only what has to be answered is. */
  dispatch(bytes: Uint8Array, start: number, end: number, reply: Reply): Promise<void> | undefined {
    try {
      const { type, payload } = envelope(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString());
      if (type === 'start_mission') return this.#start(new StreamFields(payload), reply);
      if (type === 'end_mission') return this.#end(reply);
      this.#apply(type, new StreamFields(payload));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.dispatcher.parts?.mission.sink.warn('bad-message', `A message was refused: ${message}.`);
      reply(JSON.stringify({ type: 'error', message }));
    }
    return undefined;
  }

  refuseLength(reply: Reply): void {
    this.dispatcher.parts?.mission.sink.warn('bad-message', 'A message was too long to be read.');
    reply(JSON.stringify({ type: 'error', message: 'the message is too long' }));
  }

  close(): Promise<void> {
    return this.dispatcher.close();
  }

  #start(fields: StreamFields, reply: Reply): Promise<void> | undefined {
    const [mission, world] = [fields.value('mission'), fields.value('world')];
    const header = missionHeader(world, mission, '', STREAM_FORMAT);
    const key = `${header.missionName}\n${new StreamFields(mission).text('starttime')}`;
    const acknowledge = (): void => reply('{"type":"ack","for":"start_mission"}');
    if (this.dispatcher.parts !== null && key === this.#mission) {
      acknowledge();
      return undefined;
    }
    this.#mission = key;
    this.#markers = new Map();
    return this.dispatcher.begin(header).then(acknowledge);
  }

  #end(reply: Reply): Promise<void> {
    this.#mission = '';
    return this.dispatcher.finish(true).then(() => reply('{"type":"ack","for":"end_mission"}'));
  }

  #apply(type: string, fields: StreamFields): void {
    const { parts } = this.dispatcher;
    if (parts === null) throw new BadCommand('no mission is being recorded');
    if (type === 'add_marker') this.#addMarker(parts, fields);
    else if (type === 'marker_state') this.#markerState(parts, fields);
    else {
      const take = MESSAGES.get(type);
      if (take === undefined) throw new BadCommand(`there is no message ${type.slice(0, 60)}`);
      take(parts, fields);
    }
  }

  #addMarker({ drawings }: Parts, fields: StreamFields): void {
    const name = fields.text('markername', 'name');
    const end = fields.numberOr(0, 'endframe');
    drawings.create({
      name,
      frame: fields.frame('captureframe'),
      type: fields.text('markertype', 'type'),
      text: fields.text('text'),
      owner: fields.idOrNone('ownerid'),
      color: fields.text('color'),
      size: sizeOf(fields) ?? [1, 1],
      side: fields.text('side'),
      shape: fields.text('shape') || 'ICON',
      brush: fields.text('brush') || 'Solid',
      state: { place: markerPlace(fields), direction: fields.numberOr(0, 'direction'), alpha: fields.numberOr(1, 'alpha') },
    });
    if (fields.has('id')) this.#markers.set(fields.number('id'), name);
    if (end > 0) drawings.remove(name, end);
  }

  #markerState({ drawings }: Parts, fields: StreamFields): void {
    const name = this.#markers.get(fields.number('markerid'));
    if (name === undefined) throw new BadCommand(`there is no marker ${fields.number('markerid')}`);
    const text = (...names: string[]): string | undefined => fields.textOrNull(...names) ?? undefined;
    const state: MarkerState = {
      place: markerPlace(fields),
      direction: fields.numberOr(0, 'direction'),
      alpha: fields.numberOr(1, 'alpha'),
      text: text('text'),
      color: text('color')?.replace(/^#/, ''),
      size: sizeOf(fields),
      type: text('markertype', 'type'),
      brush: text('brush'),
      shape: text('shape'),
    };
    drawings.change(name, fields.frame('captureframe'), state);
  }
}

function envelope(text: string): { type: string; payload: unknown } {
  if (isTooDeep(text)) throw new BadCommand('the message is nested too deep');
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    throw new BadCommand('the message is no JSON');
  }
  const { type, payload } = (typeof message === 'object' && message !== null ? message : {}) as { type?: unknown; payload?: unknown };
  if (typeof type !== 'string') throw new BadCommand('the message has no type');
  return { type, payload };
}

type Take = (parts: Parts, fields: StreamFields) => void;

const soldierState: Take = ({ units }, fields) => {
  const scores = fields.has('scores') ? new StreamFields(fields.value('scores')) : null;
  const inVehicle = fields.flagOrNull('invehicle') ?? false;
  const life = fields.numberOr(1, 'lifestate');
  if (life !== 0 && life !== 1 && life !== 2) throw new BadCommand('lifestate is no life state');
  units.state(units.get(fields.id('soldierid')), fields.frame('captureframe'), vector(fields, 'position'), fields.numberOr(0, 'bearing'), {
    life,
    inVehicle,
    vehicle: fields.idOrNone('invehicleobjectid'),
    name: fields.text('unitname'),
    isPlayer: fields.flagOrNull('isplayer') ?? false,
    role: fields.textOrNull('currentrole'),
    stableVitals: fields.flagOrNull('hasstablevitals'),
    carried: fields.flagOrNull('isdraggedcarried'),
    scores: scores === null ? null : SCORES.map((name) => Math.trunc(scores.numberOr(0, name)) | 0),
    seat: fields.textOrNull('vehiclerole'),
    stance: fields.textOrNull('stance'),
    group: fields.textOrNull('groupid'),
    side: fields.textOrNull('side'),
  });
};

const vehicleState: Take = ({ vehicles }, fields) => {
  const crew = fields.list('crew').map(Number);
  if (crew.length > 512 || !crew.every((id) => Number.isInteger(id) && id >= 0 && id <= 65_535))
    throw new BadCommand('crew lists what is no id');
  const number = (name: string): number | null => (fields.has(name) ? fields.number(name) : null);
  const hasTurret = fields.has('turretazimuth') && fields.has('turretelevation');
  const locked = fields.flagOrNull('locked');
  vehicles.state(
    vehicles.get(fields.id('vehicleid')),
    fields.frame('captureframe'),
    vector(fields, 'position'),
    fields.numberOr(0, 'bearing'),
    {
      isAlive: fields.flag('isalive'),
      crew,
      fuel: number('fuel'),
      damage: number('damage'),
      engineOn: fields.flagOrNull('engineon'),
      locked: locked === null ? null : String(locked),
      side: fields.textOrNull('side'),
      forward: fields.text('vectordir') === '' ? null : vector(fields, 'vectordir'),
      up: fields.text('vectorup') === '' ? null : vector(fields, 'vectorup'),
      turret: hasTurret ? [fields.number('turretazimuth'), fields.number('turretelevation')] : null,
    },
  );
};

const flight: Take = ({ mission, drawings }, fields) => {
  const points = fields.list('trajectory').flatMap((entry) => {
    const point = new StreamFields(entry);
    const place = pointOf(point.value('position'));
    return place === undefined ? [] : [{ frame: point.frame('framenum', 'frame'), place }];
  });
  const hits = fields.list('hits').flatMap((entry) => {
    const hit = new StreamFields(entry);
    const found = pointOf(hit.value('position'));
    const components = hit.list('componentshit').filter((one) => typeof one === 'string');
    const id = hit.idOrNone('soldierid', 'vehicleid');
    return id < 0 || found === undefined ? [] : [{ id, components, place: found, frame: hit.frame('captureframe') }];
  });
  const texts = { weapon: fields.text('weapondisplay', 'weapon'), magazine: fields.text('magazinedisplay', 'magazine') };
  const simulation = fields.text('simulationtype');
  fly(mission, drawings, {
    frame: fields.frame('captureframe'),
    firer: fields.id('firerobjectid'),
    vehicle: fields.idOrNone('vehicleobjectid'),
    ...texts,
    simulation,
    icon: fields.text('magazineicon'),
    points,
    hits,
    more: { muzzle: fields.text('muzzledisplay'), simulation, places: points.map(({ frame, place: at }) => [frame, ...at]) },
  });
};

function fight(type: 'killed' | 'hit', by: string): Take {
  return (parts, fields) => {
    const victim = fields.id('victimsoldierid', 'victimvehicleid');
    const frame = fields.frame('captureframe');
    const weapon =
      fields.text('eventtext') || weaponText(fields.text('weaponvehicle'), fields.text('weaponname'), fields.text('weaponmagazine'));
    const killer = fields.idOrNone(`${by}soldierid`, `${by}vehicleid`);
    kill(parts.mission, type, { frame, victim, killer, weapon, distance: fields.numberOr(0, 'distance') });
    if (type === 'killed') parts.killed.set(victim, frame);
  };
}

const MESSAGES: ReadonlyMap<string, Take> = new Map(
  Object.entries<Take>({
    add_soldier: ({ units }, fields) =>
      units.create({
        frame: fields.frame('joinframe'),
        id: fields.id('id'),
        name: fields.text('unitname'),
        group: fields.text('groupid'),
        side: fields.text('side'),
        isPlayer: fields.flagOrNull('isplayer') ?? false,
        role: fields.text('roledescription'),
        className: fields.text('classname'),
        displayName: fields.text('displayname'),
        playerUid: fields.text('playeruid'),
        squad: fields.value('squadparams') ?? null,
      }),
    add_vehicle: ({ vehicles }, fields) =>
      vehicles.create({
        frame: fields.frame('joinframe'),
        id: fields.id('id'),
        kind: fields.text('ocaptype'),
        displayName: fields.text('displayname'),
        className: fields.text('classname'),
        customization: fields.value('customization') ?? null,
        side: fields.text('side'),
      }),
    soldier_state: soldierState,
    vehicle_state: vehicleState,
    delete_soldier: ({ mission }, fields) => remove(mission, fields.id('id'), fields.frame('frame')),
    delete_vehicle: ({ mission }, fields) => remove(mission, fields.id('id'), fields.frame('frame')),
    delete_marker: ({ drawings }, fields) => drawings.remove(fields.text('name', 'markername'), fields.frame('endframe')),
    fired_event: ({ mission }, fields) => {
      const firer = mission.member(fields.id('soldierid', 'firerobjectid'));
      const frame = mission.frame(fields.frame('captureframe'));
      const targetPosition = fields.point('endpos', 'endposition', 'position');
      mission.sink.event({ t: mission.time(frame), type: 'shot', nativeType: 'framesFired', actor: firer.id, targetPosition, frame });
    },
    projectile_event: flight,
    kill_event: fight('killed', 'killer'),
    hit_event: fight('hit', 'shooter'),
    general_event: ({ mission }, fields) => {
      const text = fields.text('message');
      const message = /^\s*[[{]/.test(text) ? fields.value('message') : text;
      const more = fields.value('extradata');
      const hasMore = typeof more === 'object' && more !== null && Object.keys(more).length > 0;
      const name = fields.text('name');
      if (name === '') throw new BadCommand('the event has no name');
      mission.tell(mission.frame(fields.frame('captureframe')), name, hasMore ? [message, asJson(more)] : [message]);
    },
    sector_event: ({ mission }, fields) => {
      const place = fields.has('posx') ? [[fields.number('posx'), fields.number('posy'), fields.numberOr(0, 'posz')]] : [];
      const sector = [fields.text('objecttype'), fields.text('unitname'), fields.text('side'), ...place];
      mission.tell(mission.frame(fields.frame('captureframe')), fields.text('name') === 'contested' ? 'contested' : 'captured', [sector]);
    },
    end_mission_event: ({ mission }, fields) =>
      mission.tell(mission.frame(fields.frame('captureframe')), 'endMission', [[fields.text('side'), fields.text('message')]]),
    chat_event: ({ mission }, fields) => {
      const words = [
        fields.text('channel'),
        fields.text('fromname'),
        fields.text('sendername'),
        fields.text('message'),
        fields.text('playeruid'),
      ];
      mission.tell(mission.frame(fields.frame('captureframe')), 'chat', [fields.idOrNone('soldierid'), ...words]);
    },
    radio_event: ({ mission }, fields) => {
      const words = [fields.text('radio'), fields.text('radiotype'), fields.text('startend')];
      const numbers = [
        fields.numberOr(0, 'channel'),
        fields.flagOrNull('isadditional') ?? false,
        fields.numberOr(0, 'frequency'),
        fields.text('code'),
      ];
      mission.tell(mission.frame(fields.frame('captureframe')), 'radio', [fields.idOrNone('soldierid'), ...words, ...numbers]);
    },
    telemetry: streamTelemetry,
    time_state: (parts, fields) =>
      sayTime(parts, {
        frame: fields.frame('captureframe'),
        systemTimeUTC: fields.text('systemtimeutc'),
        date: fields.text('missiondate'),
        timeMultiplier: fields.numberOr(1, 'timemultiplier'),
        time: fields.number('missiontime'),
      }),
    ace3_death: ({ mission, killed }, fields) => {
      const victim = fields.id('soldierid');
      const frame = fields.frame('captureframe');
      const isTold = killed.get(victim) === frame;
      mission.tell(mission.frame(frame), 'ace3_death', [
        victim,
        fields.text('reason'),
        fields.idOrNone('lastdamagesourceid'),
        ...(isTold ? [true] : []),
      ]);
    },
    ace3_unconscious: ({ mission }, fields) =>
      mission.tell(mission.frame(fields.frame('captureframe')), 'ace3_unconscious', [fields.id('soldierid'), fields.flag('isunconscious')]),
    add_placed: (parts, fields) => {
      const name = fields.text('displayname') || fields.text('classname');
      const frame = fields.frame('joinframe', 'captureframe');
      place(parts, {
        frame,
        id: fields.id('id'),
        name,
        point: fields.point('position'),
        owner: fields.idOrNone('ownerid'),
        side: fields.text('side'),
      });
    },
    placed_event: (parts, fields) =>
      happenToPlaced(parts, {
        frame: fields.frame('captureframe'),
        id: fields.id('placedid', 'id'),
        what: fields.text('eventtype', 'type'),
        point: fields.point('position'),
        victim: fields.idOrNone('hitentityid'),
      }),
    mission_focus_start: ({ mission }, fields) => mission.sayHeader({ focusStart: mission.frame(fields.frame('frame')) }),
    mission_focus_end: ({ mission }, fields) => mission.sayHeader({ focusEnd: mission.frame(fields.frame('frame')) }),
  }),
);

const buffer = new Float64Array(3);

function vector(fields: StreamFields, name: string): Float64Array {
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = fields.point(name);
  const into = name === 'position' ? buffer : new Float64Array(3);
  into.set([x, y, z]);
  return into;
}

function sizeOf(fields: StreamFields): readonly number[] | undefined {
  if (!fields.has('size')) return undefined;
  const [width, height] = fields.list('size').map(Number);
  if (width === undefined || !Number.isFinite(width) || (height !== undefined && !Number.isFinite(height)))
    throw new BadCommand('size is no size');
  return [width, height ?? width];
}

function markerPlace(fields: StreamFields): MarkerState['place'] {
  const corners = fields.list('polyline').map(pointOf);
  if (corners.length < 2) return fields.point('position');
  if (corners.length > 20_000 || corners.some((corner) => corner === undefined)) throw new BadCommand('polyline is no line');
  return corners as readonly (readonly number[])[];
}
