import { Random } from '../random.ts';
/**
 * A made-up operation, acted out second by second: two squads drive up, one is flown in, a garrison holds a town, a reserve counter-attacks, partisans flank.
 * What happens is said as it happens: to the recorder, and to whoever wants the truth.
 */
import { GROUPS, NAMES, WEAPONS, type GroupPlan, type Side } from './forces.ts';
import type { Flight, OperationTaker } from './taker.ts';
import {
  ANVIL,
  bearing,
  distance,
  EAST_BASE,
  EAST_ROAD,
  height,
  PHASE_LINE,
  ROAD,
  WEST_BASE,
  WEST_DISMOUNT,
  WEST_LANDING,
  type Place,
} from './terrain.ts';

export interface OperationOptions {
  readonly seed: number;
  readonly minutes: number;
  /** About so many soldiers; 57 is the planned strength. */
  readonly units: number;
  /** Seconds between frames. */
  readonly captureDelay: number;
}

/** One thing that happened, by ids of the recording. */
export interface Truth {
  readonly frame: number;
  readonly what:
    | 'join'
    | 'leave'
    | 'board'
    | 'dismount'
    | 'shot'
    | 'hit'
    | 'down'
    | 'revive'
    | 'kill'
    | 'destroy'
    | 'respawn'
    | 'contest'
    | 'capture'
    | 'end';
  readonly actor?: number;
  readonly target?: number;
  readonly weapon?: string;
  readonly metres?: number;
}

interface Group {
  readonly plan: GroupPlan;
  readonly members: Soldier[];
  route: Place[];
  contact: number;
}

interface Soldier {
  readonly id: number;
  readonly name: string;
  readonly side: Side;
  readonly role: string;
  readonly player: boolean;
  readonly group: Group;
  /** Place in the formation: metres to the right of and behind the leader. */
  readonly right: number;
  readonly behind: number;
  x: number;
  y: number;
  facing: number;
  /** 0 dead, 1 alive, 2 unconscious, as OCAP has it. */
  life: 0 | 1 | 2;
  health: number;
  /** Seconds until death when unconscious, until respawn when dead. */
  clock: number;
  lastHit: Soldier | null;
  vehicle: Vehicle | null;
  cover: Place | null;
  revive: number;
  rockets: number;
  gone: boolean;
  kills: number;
  deaths: number;
}

interface Vehicle {
  readonly id: number;
  readonly name: string;
  readonly class: string;
  readonly side: Side;
  readonly speed: number;
  x: number;
  y: number;
  /** Above ground, m. */
  up: number;
  facing: number;
  alive: boolean;
  crew: Soldier[];
  route: Place[];
  armed: boolean;
}

const SIGHT: Readonly<Record<string, number>> = { Sniper: 430, MG: 300 };
const CAPTURE_RADIUS = 90;
/** What every simulated operation says of itself. */
export const MISSION = { missionName: 'Operation Cold Harbour', missionAuthor: 'Sandtable', worldName: 'stratis', tags: 'Coop' } as const;

export class Operation {
  readonly recorder: OperationTaker;
  readonly #options: OperationOptions;
  readonly #tell: (truth: Truth) => void;
  readonly #random: Random;
  /** For what only streams tell: it changes nothing of what happens. */
  readonly #gossip: Random;
  readonly #last: number;
  #patrol = 0;
  #contact = -1;
  readonly #groups: Group[] = [];
  readonly #soldiers: Soldier[] = [];
  readonly #vehicles: Vehicle[] = [];
  readonly #tickets = { WEST: 25, EAST: 25 };
  #frame = 0;
  #held: 'EAST' | 'contested' | 'WEST' = 'EAST';
  #clear = 0;
  #objective = 0;
  #area = 0;
  #over = false;

  constructor(options: OperationOptions, tell: (truth: Truth) => void, recorder: OperationTaker) {
    this.#options = options;
    this.#tell = tell;
    this.recorder = recorder;
    this.#random = new Random(options.seed);
    this.#gossip = new Random(options.seed + 1);
    this.#last = Math.max(1, Math.round((options.minutes * 60) / options.captureDelay));
    recorder.begin({ ...MISSION, captureDelay: options.captureDelay });
    this.#muster();
    this.#draw();
  }

  get #seconds(): number {
    return this.#frame * this.#options.captureDelay;
  }

  /** Acts out one frame after another; yields each when everything of it has been said. */
  *play(): Generator<number> {
    for (this.#frame = 0; this.#frame <= this.#last; this.#frame++) {
      if (this.#frame > 0) this.#act();
      this.#note(this.#frame === this.#last);
      this.recorder.frameDone(this.#frame);
      yield this.#frame;
    }
  }

  // Before it begins

  #muster(): void {
    let id = 0;
    const share = Math.max(1, Math.round(this.#options.units / 53));
    const used: Record<Side, number> = { WEST: 0, EAST: 0, GUER: 0 };
    for (let copy = 0; copy < share; copy++) {
      for (const plan of GROUPS) {
        const group: Group = { plan, members: [], route: this.#routeOf(plan), contact: 0 };
        const label = copy === 0 ? plan.name : `${plan.name} (${copy + 1})`;
        const start = plan.task === 'defend' ? this.#around(ANVIL, 30, 130) : this.#around(plan.base, 5, 30);
        this.#groups.push(group);
        for (const [i, role] of plan.roles.entries()) {
          const names = NAMES[plan.side];
          const count = used[plan.side]++;
          const name = `${names[count % names.length]}${count >= names.length ? ` ${Math.floor(count / names.length) + 1}` : ''}`;
          const player = i < plan.players;
          const from = plan.task === 'defend' ? this.#around(start, 4, 45) : this.#around(start, 1, 12);
          const soldier: Soldier = {
            id: id++,
            name,
            side: plan.side,
            role,
            player,
            group,
            right: (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 7,
            behind: Math.ceil(i / 2) * 4 + this.#random.between(0, 2),
            x: from.x,
            y: from.y,
            facing: this.#random.integer(0, 359),
            life: 1,
            health: 1,
            clock: 0,
            lastHit: null,
            vehicle: null,
            cover: null,
            revive: 0,
            rockets: role === 'AT' ? 3 : 0,
            gone: false,
            kills: 0,
            deaths: 0,
          };
          group.members.push(soldier);
          this.#soldiers.push(soldier);
          const head = { id: soldier.id, name, group: label, side: plan.side, role: `${role}@${label}` };
          this.recorder.unit({ ...head, isPlayer: player ? 1 : 0 }, 0);
          if (player) {
            this.recorder.event(0, 'connected', name);
            this.#tell({ frame: 0, what: 'join', actor: soldier.id });
          }
        }
      }
    }
    const park = (name: string, type: string, side: Side, at: Place, speed: number, armed: boolean): void => {
      const vehicle: Vehicle = {
        id: id++,
        name,
        class: type,
        side,
        speed,
        x: at.x,
        y: at.y,
        up: 0,
        facing: bearing(at, ANVIL),
        alive: true,
        crew: [],
        route: [],
        armed,
      };
      this.#vehicles.push(vehicle);
      this.recorder.vehicle({ id: vehicle.id, name, side, class: type }, 0);
    };
    park('Hunter HMG', 'car', 'WEST', { x: WEST_BASE.x + 22, y: WEST_BASE.y + 12 }, 13, true);
    park('Hunter', 'car', 'WEST', { x: WEST_BASE.x + 34, y: WEST_BASE.y + 2 }, 13, false);
    park('UH-80 Ghost Hawk', 'heli', 'WEST', { x: WEST_BASE.x - 40, y: WEST_BASE.y + 25 }, 42, true);
    park('Ifrit GMG', 'car', 'EAST', { x: EAST_BASE.x - 12, y: EAST_BASE.y - 8 }, 11, true);
    park('Quadbike', 'car', 'WEST', { x: WEST_BASE.x + 10, y: WEST_BASE.y - 18 }, 12, false);
    park('Offroad', 'car', 'GUER', { x: GUER_SIDE.x, y: GUER_SIDE.y }, 12, false);
  }

  #routeOf(plan: GroupPlan): Place[] {
    const line = PHASE_LINE[plan.name.endsWith('1-2') ? 1 : 2] ?? ANVIL;
    if (plan.task === 'assault-road') return [line, this.#around(ANVIL, 20, 45), this.#around(ANVIL, 5, 30)];
    if (plan.task === 'assault-air') return [this.#around(ANVIL, 60, 110), this.#around(ANVIL, 10, 40)];
    if (plan.task === 'flank') return [this.#around({ x: 4380, y: 4800 }, 0, 40), this.#around(ANVIL, 90, 120)];
    return plan.task === 'reserve' ? [this.#around(ANVIL, 20, 60)] : [];
  }

  #draw(): void {
    const { recorder } = this;
    this.#objective = recorder.marker('mil_objective', 'Anvil', 0, -1, [1, 1], 'ICON', 'Solid', '800000');
    this.#area = recorder.marker('Empty', '', 0, -1, [CAPTURE_RADIUS, CAPTURE_RADIUS], 'ELLIPSE', 'FDiagonal', '800000');
    this.#mark('Anvil (CSAT)', '800000');
    const landing = recorder.marker('mil_pickup', 'LZ Heron', 0, 1, [1, 1], 'ICON', 'Solid', '004D99');
    recorder.markerState(landing, [0, [WEST_LANDING.x, WEST_LANDING.y, 0], 0, 1]);
    const line = recorder.marker('', 'Phase line Oak', 0, 1, [1, 1], 'POLYLINE', 'Solid', '004D99');
    recorder.markerState(line, [0, PHASE_LINE.map(({ x, y }) => [x, y]), 0, 0.8]);
    const zone = recorder.marker('Empty', '', 0, 0, [140, 60], 'RECTANGLE', 'Grid', 'ColorEAST');
    recorder.markerState(zone, [0, [EAST_BASE.x, EAST_BASE.y, 0], 35, 0.6]);
    this.#patrol = recorder.marker('b_inf', 'Alpha 1-1', 0, 1, [1, 1], 'ICON', 'Solid', '004D99');
    recorder.markerState(this.#patrol, [0, [WEST_BASE.x, WEST_BASE.y, 0], 0, 1]);
    recorder.event(0, 'generalEvent', 'Recording started.');
  }

  #mark(text: string, colour: string): void {
    const at = [ANVIL.x, ANVIL.y, 0];
    this.recorder.markerState(this.#objective, [this.#frame, at, 0, 1, text, colour, [1, 1], 'mil_objective', 'Solid', 'ICON']);
    const size = [CAPTURE_RADIUS, CAPTURE_RADIUS];
    this.recorder.markerState(this.#area, [this.#frame, at, 0, 0.5, '', colour, size, 'Empty', 'FDiagonal', 'ELLIPSE']);
  }

  #around(centre: Place, least: number, most: number): Place {
    const angle = this.#random.between(0, 2 * Math.PI);
    const radius = this.#random.between(least, most);
    return { x: centre.x + Math.sin(angle) * radius, y: centre.y + Math.cos(angle) * radius };
  }

  // One frame

  #act(): void {
    const step = this.#options.captureDelay;
    this.#orders();
    for (const vehicle of this.#vehicles) this.#drive(vehicle, step);
    for (const group of this.#groups) this.#lead(group);
    for (const soldier of this.#soldiers) if (!soldier.gone) this.#live(soldier, step);
    if (this.#frame % Math.max(1, Math.round(2 / step)) === 0) this.#watchObjective();
    if (this.#frame % Math.max(1, Math.round(30 / step)) === 0) {
      this.recorder.event(this.#frame, 'respawnTickets', [-1, this.#tickets.EAST, this.#tickets.WEST, -1]);
    }
    this.#mapOut();
    this.#talk();
  }

  /** The map is kept up: where Alpha is, and where somebody was last seen. */
  #mapOut(): void {
    const step = this.#options.captureDelay;
    if (this.#frame % Math.max(1, Math.round(5 / step)) !== 0) return;
    const [alpha] = this.#groups;
    const leader = alpha === undefined ? undefined : leaderOf(alpha);
    if (leader !== undefined)
      this.recorder.markerState(this.#patrol, [this.#frame, [round(leader.x), round(leader.y), 0], leader.facing, 1]);
    const isSeen = (alpha?.contact ?? 0) > 0;
    if (isSeen && this.#contact < 0) {
      this.#contact = this.recorder.marker('mil_warning', 'Contact', this.#frame, 1, [0.8, 0.8], 'ICON', 'Solid', 'ColorOrange');
      this.recorder.markerState(this.#contact, [this.#frame, [ANVIL.x, ANVIL.y, 0], 0, 1]);
    } else if (!isSeen && this.#contact >= 0) {
      this.recorder.endMarker(this.#contact, this.#frame);
      this.#contact = -1;
    }
  }

  /** Leaders talk, and the server counts. */
  #talk(): void {
    const step = this.#options.captureDelay;
    const frame = this.#frame;
    const speaker = this.#gossip.pick(this.#groups).members.find(({ life, player, gone }) => life === 1 && player && !gone);
    if (speaker !== undefined && this.#gossip.chance(0.04 * step)) {
      if (this.#gossip.chance(0.5))
        this.recorder.chat(frame, speaker.id, this.#gossip.integer(0, 5), speaker.name, this.#gossip.pick(WORDS));
      else this.recorder.radio(frame, speaker.id, this.#gossip.chance(0.5), 50 + this.#gossip.integer(0, 40));
    }
    if (frame % Math.max(1, Math.round(10 / step)) !== 0) return;
    const rate = round(48 - this.#gossip.between(0, 9), 3);
    const sides = (['EAST', 'WEST', 'GUER'] as const).map((side) => {
      const units = this.#soldiers.filter((soldier) => soldier.side === side && !soldier.gone);
      const alive = units.filter(({ life }) => life !== 0).length;
      return [units.length, alive, units.length - alive, this.#groups.filter(({ plan }) => plan.side === side).length];
    });
    const players = this.#soldiers.filter(({ player, gone }) => player && !gone);
    const network = players.map(({ id, name }) => [uidOf(id), name, 20 + (id % 40), 8000, round(this.#gossip.between(0, 3), 2)]);
    this.recorder.telemetry(frame, [rate, round(rate - 4, 3)], sides, network);
  }

  /** Who boards what when. */
  #orders(): void {
    const before = (this.#frame - 1) * this.#options.captureDelay;
    const at = (seconds: number): boolean => before < seconds && this.#seconds >= seconds;
    const [first, second, heli, ifrit] = this.#vehicles;
    const group = (name: string): Group | undefined => this.#groups.find(({ plan }) => plan.name === name);
    if (first !== undefined && at(12)) this.#board(first, group('Alpha 1-1'), ROAD);
    if (second !== undefined && at(16)) this.#board(second, group('Alpha 1-2'), ROAD);
    if (heli !== undefined && at(20)) {
      this.#board(heli, group('Vortex'), [WEST_LANDING]);
      this.#board(heli, group('Bravo 1-1'), [WEST_LANDING]);
    }
    if (ifrit !== undefined && at(185)) this.#board(ifrit, group('Reserve'), EAST_ROAD);
    const late = this.#soldiers.findLast(({ side, player, gone }) => side === 'EAST' && player && !gone);
    if (late !== undefined && at(430)) {
      this.recorder.event(this.#frame, 'disconnected', late.name);
      this.#tell({ frame: this.#frame, what: 'leave', actor: late.id });
      if (late.vehicle !== null) this.#leave(late);
      late.gone = true;
      this.recorder.unitGone(late.id, this.#frame);
    }
  }

  #board(vehicle: Vehicle, group: Group | undefined, route: readonly Place[]): void {
    // Leaders and medics get out where it matters; driver and gunner are the last of the squad.
    for (const soldier of group?.members.toReversed() ?? []) {
      if (soldier.life !== 1 || !vehicle.alive) continue;
      soldier.vehicle = vehicle;
      vehicle.crew.push(soldier);
      this.#tell({ frame: this.#frame, what: 'board', actor: soldier.id, target: vehicle.id });
    }
    vehicle.route = [...route];
  }

  #leave(soldier: Soldier): void {
    const { vehicle } = soldier;
    if (vehicle === null) return;
    vehicle.crew = vehicle.crew.filter((other) => other !== soldier);
    soldier.vehicle = null;
    const spot = this.#around(vehicle, 3, 7);
    soldier.x = spot.x;
    soldier.y = spot.y;
    this.#tell({ frame: this.#frame, what: 'dismount', actor: soldier.id, target: vehicle.id });
  }

  #drive(vehicle: Vehicle, step: number): void {
    const [next] = vehicle.route;
    if (!vehicle.alive || vehicle.crew.length === 0 || next === undefined) return;
    const flying = vehicle.class === 'heli';
    const left = distance(vehicle, next);
    const last = vehicle.route.length === 1;
    const pace = vehicle.speed * step * (last ? Math.min(1, Math.max(0.15, left / (flying ? 220 : 40))) : 1);
    if (left > 1) vehicle.facing = turn(vehicle.facing, bearing(vehicle, next), 35 * step);
    vehicle.x += ((next.x - vehicle.x) / Math.max(left, 1e-6)) * Math.min(left, pace);
    vehicle.y += ((next.y - vehicle.y) / Math.max(left, 1e-6)) * Math.min(left, pace);
    if (flying) vehicle.up += Math.max(-4 * step, Math.min(5 * step, Math.min(45, last ? left / 3 : 45) - vehicle.up));
    if (left > 2 || vehicle.up > 1) return;
    vehicle.route.shift();
    if (vehicle.route.length > 0) return;
    // The crew of the helicopter and the gunner of an armed car stay.
    const keep = flying ? vehicle.crew.filter(({ group }) => group.plan.name === 'Vortex') : vehicle.armed ? vehicle.crew.slice(0, 2) : [];
    for (const soldier of vehicle.crew) if (!keep.includes(soldier)) this.#leave(soldier);
    if (flying && distance(vehicle, WEST_BASE) > 100) vehicle.route = [{ x: WEST_BASE.x - 40, y: WEST_BASE.y + 25 }];
  }

  /** Leaders choose where their group goes. */
  #lead(group: Group): void {
    group.contact = Math.max(0, group.contact - this.#options.captureDelay);
    const { task } = group.plan;
    const leader = leaderOf(group);
    if (leader === undefined || leader.vehicle !== null) return;
    if (task === 'flank' && this.#seconds < 140) return;
    if (task.startsWith('assault') && distance(leader, WEST_BASE) < 300) return;
    if (task === 'reserve' && this.#seconds < 190) return;
    const [next] = group.route;
    if (next !== undefined && distance(leader, next) < 9 && group.route.length > 1) group.route.shift();
  }

  #live(soldier: Soldier, step: number): void {
    if (soldier.life === 0) {
      this.#wait(soldier, step);
      return;
    }
    if (soldier.life === 2) {
      soldier.clock -= step;
      if (soldier.clock <= 0) this.#kill(soldier, soldier.lastHit, 0);
      return;
    }
    if (soldier.vehicle !== null) {
      soldier.x = soldier.vehicle.x;
      soldier.y = soldier.vehicle.y;
      soldier.facing = soldier.vehicle.facing;
      const gunner = soldier.vehicle.armed && soldier.vehicle.crew[1] === soldier && soldier.vehicle.class !== 'heli';
      if (gunner) this.#fight(soldier, step);
      return;
    }
    if (soldier.role === 'Medic' && this.#tend(soldier, step)) return;
    const fighting = this.#fight(soldier, step);
    this.#walk(soldier, step, fighting);
  }

  /** Dead players come back at their rally point while there are tickets. */
  #wait(soldier: Soldier, step: number): void {
    const { side } = soldier;
    if (!soldier.player || side === 'GUER' || soldier.vehicle !== null) return;
    soldier.clock -= step;
    if (soldier.clock > 0 || this.#tickets[side] <= 0 || this.#over) return;
    this.#tickets[side]--;
    const spot = this.#around(side === 'WEST' ? WEST_DISMOUNT : (EAST_ROAD[1] ?? EAST_BASE), 3, 25);
    Object.assign(soldier, { x: spot.x, y: spot.y, life: 1, health: 1, cover: null, lastHit: null });
    this.#tell({ frame: this.#frame, what: 'respawn', actor: soldier.id });
  }

  /** A medic goes to the nearest comrade who is down. */
  #tend(medic: Soldier, step: number): boolean {
    let patient: Soldier | null = null;
    for (const other of this.#soldiers) {
      if (other.life !== 2 || other.side !== medic.side || other.vehicle !== null || other.gone) continue;
      if (distance(medic, other) < 140 && (patient === null || distance(medic, other) < distance(medic, patient))) patient = other;
    }
    if (patient === null) return false;
    if (distance(medic, patient) > 2) this.#move(medic, patient, 4.2 * step);
    else if ((patient.revive += step) >= 8) {
      patient.revive = 0;
      patient.life = 1;
      patient.health = 0.6;
      this.recorder.unconscious(this.#frame, patient.id, false);
      this.#tell({ frame: this.#frame, what: 'revive', actor: medic.id, target: patient.id });
    }
    return true;
  }

  #walk(soldier: Soldier, step: number, fighting: boolean): void {
    const { group } = soldier;
    const { task } = group.plan;
    // In contact half a squad moves while the other half fires.
    if (fighting && Math.floor(this.#seconds / 9 + soldier.id) % 2 === 0) return;
    if (task === 'defend' || (this.#held === 'WEST' && soldier.side === 'WEST')) {
      soldier.cover ??= this.#around({ x: (soldier.x + ANVIL.x) / 2, y: (soldier.y + ANVIL.y) / 2 }, 5, 45);
      if (distance(soldier, soldier.cover) > 1.5) this.#move(soldier, soldier.cover, (fighting ? 3.4 : 1.5) * step);
      else if (this.#random.chance(0.03 * step)) soldier.cover = null;
      return;
    }
    const waits =
      (task === 'flank' && this.#seconds < 140) ||
      (task === 'reserve' && this.#seconds < 190) ||
      (task.startsWith('assault') && distance(soldier, WEST_BASE) < 300);
    const [next] = group.route;
    if (waits || next === undefined) return;
    const heading = (bearing(soldier, next) * Math.PI) / 180;
    const near = distance(soldier, next) < 30 ? 0.5 : 1;
    const goal = {
      x: next.x + near * (Math.cos(heading) * soldier.right - Math.sin(heading) * soldier.behind),
      y: next.y - near * (Math.sin(heading) * soldier.right + Math.cos(heading) * soldier.behind),
    };
    const pace = group.contact > 0 ? 3 : 4.3;
    if (distance(soldier, goal) > 2) this.#move(soldier, goal, pace * (0.9 + (soldier.id % 5) * 0.05) * step, fighting);
  }

  #move(soldier: Soldier, goal: Place, metres: number, keepFacing = false): void {
    const left = distance(soldier, goal);
    if (left < 0.01) return;
    const weave = Math.sin(this.#seconds / 5 + soldier.id) * 0.25;
    const dx = (goal.x - soldier.x) / left;
    const dy = (goal.y - soldier.y) / left;
    const go = Math.min(left, metres);
    if (!keepFacing) soldier.facing = turn(soldier.facing, bearing(soldier, goal), 90);
    soldier.x += (dx + dy * weave) * go;
    soldier.y += (dy - dx * weave) * go;
  }

  /** True while there is somebody to shoot at. */
  #fight(soldier: Soldier, step: number): boolean {
    if (this.#over) return false;
    if (soldier.rockets > 0 && this.#fireRocket(soldier, step)) return true;
    const mounted = soldier.vehicle !== null;
    const sight = mounted ? 380 : (SIGHT[soldier.role] ?? 240);
    let target: Soldier | null = null;
    let nearest = sight;
    for (const other of this.#soldiers) {
      if (other.life !== 1 || other.gone || !hostile(soldier.side, other.side)) continue;
      if (other.vehicle !== null && other.vehicle.up > 8) continue;
      const range = distance(soldier, other);
      if (range < nearest) {
        nearest = range;
        target = other;
      }
    }
    if (target === null) return false;
    soldier.group.contact = 12;
    soldier.facing = bearing(soldier, target);
    const rate = soldier.role === 'MG' || mounted ? 0.5 : soldier.player ? 0.3 : 0.22;
    if (!this.#random.chance(1 - (1 - rate) ** step)) return true;
    const weapon = mounted
      ? `${soldier.vehicle?.name}: ${soldier.side === 'EAST' ? 'GMG [20 mm HEDP]' : 'HMG [12.7 mm]'}`
      : weaponOf(soldier);
    const skill = (soldier.player ? 0.15 : 0.08) * (soldier.side === 'WEST' ? 1.15 : 1);
    const hit = target.vehicle === null && this.#random.chance(skill * Math.max(0.12, 1 - nearest / 330));
    const scatter = hit ? 0 : 1.5 + nearest * 0.02;
    const end = [
      round(target.x + this.#random.between(-scatter, scatter)),
      round(target.y + this.#random.between(-scatter, scatter)),
      round(height(target.x, target.y) + 1.2),
    ];
    const muzzle = [round(soldier.x), round(soldier.y), round(height(soldier.x, soldier.y) + 1.4)];
    const metres = tenths(Math.hypot((end[0] ?? 0) - (muzzle[0] ?? 0), (end[1] ?? 0) - (muzzle[1] ?? 0)));
    this.#shoot(soldier, weapon, 'shotBullet', 'icon_bullet_ca.paa', [muzzle, end], hit ? { target: target.id, metres } : null);
    this.#tell({ frame: this.#frame, what: 'shot', actor: soldier.id });
    if (hit) this.#wound(target, soldier, weapon, metres);
    return true;
  }

  #shoot(
    { id, vehicle }: Soldier,
    weapon: string,
    simulation: Flight['simulation'],
    icon: string,
    places: readonly (readonly number[])[],
    hit: Flight['hit'],
  ): void {
    const bullet = simulation === 'shotBullet';
    const points = places.map((place, i) => ({ frame: this.#frame + (bullet ? 0 : i), place })).filter(({ frame }) => frame <= this.#last);
    this.recorder.flight({ frame: this.#frame, firer: id, vehicle: vehicle?.id ?? -1, weapon, simulation, icon, points, hit });
  }

  #wound(target: Soldier, by: Soldier, weapon: string, metres: number): void {
    this.#tell({ frame: this.#frame, what: 'hit', actor: by.id, target: target.id, weapon, metres });
    target.health -= this.#random.between(0.35, 0.85);
    target.lastHit = by;
    if (target.health > 0) return;
    if (this.#random.chance(0.4)) {
      target.life = 2;
      target.clock = this.#random.between(35, 80);
      this.recorder.unconscious(this.#frame, target.id, true);
      this.#tell({ frame: this.#frame, what: 'down', actor: by.id, target: target.id });
    } else this.#kill(target, by, metres, weapon);
  }

  #kill(target: Soldier, by: Soldier | null, metres: number, weapon: string = by === null ? '' : weaponOf(by)): void {
    target.life = 0;
    target.clock = this.#random.between(25, 45);
    target.deaths++;
    if (by !== null) by.kills++;
    const distanceNow = by === null ? 0 : metres > 0 ? metres : round(distance(target, by), 1);
    this.recorder.event(this.#frame, 'killed', target.id, by === null ? ['null'] : [by.id, weapon], distanceNow);
    this.#tell({
      frame: this.#frame,
      what: 'kill',
      ...(by === null ? {} : { actor: by.id }),
      target: target.id,
      weapon,
      metres: distanceNow,
    });
  }

  #fireRocket(soldier: Soldier, step: number): boolean {
    const target = this.#vehicles.find(
      (v) => v.alive && v.crew.length > 0 && v.up < 5 && hostile(soldier.side, v.side) && distance(soldier, v) < 260,
    );
    if (target === undefined || !this.#random.chance(0.12 * step)) return false;
    soldier.rockets--;
    const weapon = WEAPONS[soldier.side]['AT'] ?? 'AT';
    const metres = round(distance(soldier, target), 1);
    const hit = this.#random.chance(0.6);
    const end = hit ? { x: target.x, y: target.y } : this.#around(target, 6, 20);
    const steps = Math.max(1, Math.round(metres / 90 / this.#options.captureDelay));
    const places = Array.from({ length: steps + 1 }, (_, i) => {
      const x = soldier.x + ((end.x - soldier.x) * i) / steps;
      const y = soldier.y + ((end.y - soldier.y) * i) / steps;
      return [round(x), round(y), round(height(x, y) + 1.5)];
    });
    this.#shoot(soldier, weapon, 'shotRocket', 'gear_rocket_ca.paa', places, null);
    if (!hit) return true;
    target.alive = false;
    target.route = [];
    this.recorder.event(this.#frame, 'killed', target.id, [soldier.id, weapon], metres);
    this.#tell({ frame: this.#frame, what: 'destroy', actor: soldier.id, target: target.id, weapon, metres });
    for (const rider of target.crew) {
      this.#leave(rider);
      if (rider.life === 1) this.#kill(rider, soldier, metres, weapon);
    }
    return true;
  }

  #watchObjective(): void {
    if (this.#held === 'WEST') return;
    const inside = (side: Side): number =>
      this.#soldiers.filter((s) => s.side === side && s.life === 1 && !s.gone && distance(s, ANVIL) < CAPTURE_RADIUS).length;
    const west = inside('WEST');
    const east = inside('EAST');
    const place = [ANVIL.x, ANVIL.y, round(height(ANVIL.x, ANVIL.y))];
    if (this.#held === 'EAST' && west >= 3) {
      this.#held = 'contested';
      this.recorder.event(this.#frame, 'contested', ['sector', 'Anvil', 'WEST', place]);
      this.#mark('Anvil (contested)', 'D9D900');
      this.#tell({ frame: this.#frame, what: 'contest' });
    }
    this.#clear = this.#held === 'contested' && west >= 3 && west > 3 * east ? this.#clear + 1 : 0;
    if (this.#clear < 12) return;
    this.#held = 'WEST';
    for (const soldier of this.#soldiers) soldier.cover = null;
    this.recorder.event(this.#frame, 'captured', ['sector', 'Anvil', 'WEST', place]);
    this.#mark('Anvil (NATO)', '004D99');
    this.#tell({ frame: this.#frame, what: 'capture' });
  }

  /** Takes down the frame as it stands. */
  #note(last: boolean): void {
    const { recorder } = this;
    const frame = this.#frame;
    if (last) {
      this.#over = true;
      const side = this.#held === 'WEST' ? 'WEST' : 'EAST';
      recorder.event(frame, 'endMission', [side, this.#held === 'WEST' ? 'NATO holds Anvil' : 'CSAT holds Anvil']);
      this.#tell({ frame, what: 'end' });
    }
    for (const soldier of this.#soldiers) {
      if (soldier.gone) continue;
      const { vehicle, x, y } = soldier;
      const z = height(x, y) + (vehicle?.up ?? 0);
      const place = [round(x), round(y), round(z)];
      const name = soldier.life === 0 ? '' : soldier.name;
      const group = soldier.group.plan.name;
      recorder.unitState(
        soldier.id,
        frame,
        [place, soldier.facing, soldier.life, vehicle?.id ?? 0, name, soldier.player ? 1 : 0, soldier.role, group, soldier.side],
        {
          vehicle: vehicle?.id ?? -1,
          seat: seatOf(soldier),
          stance: soldier.life !== 1 ? 'PRONE' : soldier.group.contact > 0 ? 'CROUCH' : 'STAND',
          scores: [soldier.kills, 0, 0, 0, soldier.deaths, soldier.kills],
        },
      );
    }
    for (const vehicle of this.#vehicles) {
      const place = [round(vehicle.x), round(vehicle.y), round(height(vehicle.x, vehicle.y) + vehicle.up)];
      recorder.vehicleState(vehicle.id, frame, [place, vehicle.facing, vehicle.alive ? 1 : 0, vehicle.crew.map(({ id }) => id)], {
        fuel: vehicle.alive ? round(1 - (frame * this.#options.captureDelay) / 36_000, 3) : 0,
        damage: vehicle.alive ? 0 : 1,
        engineOn: vehicle.alive && vehicle.route.length > 0,
        side: vehicle.side,
      });
    }
    if (frame % 10 === 9) {
      const seconds = this.#seconds;
      const iso = (start: number): string => new Date(start + seconds * 1000).toISOString().slice(0, -1);
      recorder.time({
        date: `${iso(Date.UTC(2035, 2, 14, 5, 20)).slice(0, 16)}:00`,
        frameNum: frame,
        systemTimeUTC: iso(Date.UTC(2026, 2, 7, 18, 0)),
        time: seconds + 12,
        timeMultiplier: 1,
      });
    }
  }
}

const WORDS = [
  'Moving',
  'Contact front, 200 metres',
  'Set on Oak',
  'Say "again"',
  'Man down, need a medic',
  'Reloading',
  'LZ is clear, [green] smoke out',
];

/** A made-up Steam id. */
export function uidOf(id: number): string {
  return `765611990000${String(id).padStart(5, '0')}`;
}

function seatOf(soldier: Soldier): string {
  const { vehicle } = soldier;
  if (vehicle === null) return '';
  const place = vehicle.crew.indexOf(soldier);
  return place === 0 ? 'driver' : place === 1 && vehicle.armed ? 'gunner' : 'cargo';
}

const GUER_SIDE: Place = { x: 4662, y: 4948 };

function hostile(a: Side, b: Side): boolean {
  return a !== b && (a === 'EAST' || b === 'EAST');
}

function leaderOf(group: Group): Soldier | undefined {
  return group.members.find(({ life, gone }) => life === 1 && !gone);
}

function weaponOf(soldier: Soldier): string {
  const weapons = WEAPONS[soldier.side];
  return (soldier.role === 'AT' ? undefined : weapons[soldier.role]) ?? weapons['default'] ?? '';
}

/** Degrees, at most `most` at once. */
function turn(from: number, to: number, most: number): number {
  const difference = ((to - from + 540) % 360) - 180;
  return (Math.round(from + Math.max(-most, Math.min(most, difference))) + 360) % 360;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function round(value: number, decimals = 2): number {
  return Number(value.toFixed(decimals));
}
