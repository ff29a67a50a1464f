/** Everything that an ArmA recording can say has words, an icon, a lane; everything drawn on the map has a plan; and the player shows both at their moments. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Texture, PerspectiveCamera, Vector3 } from 'three';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streamCommands } from '../simulators/arma/stream-commands.ts';
import { createEngine, type Engine } from '../src/main/engine/engine.ts';
import { zstd } from '../src/main/engine/zstd.ts';
import { sessionCharts } from '../src/renderer/replay/charts/chart-lines.ts';
import { eventWords, joined } from '../src/renderer/replay/panels/event-words.ts';
import { factWords } from '../src/renderer/replay/panels/facts.ts';
import { markerLook, markerSide, markerText } from '../src/renderer/replay/panels/marker-facts.ts';
import { talliesOf } from '../src/renderer/replay/panels/tally-values.ts';
import { openSession } from '../src/renderer/replay/playback/open-session.ts';
import { createPlayback } from '../src/renderer/replay/playback/playback.ts';
import type { LoadedSession, Playback } from '../src/renderer/replay/playback/types.ts';
import { createReplayView, type ReplayView } from '../src/renderer/replay/replay-view.ts';
import { EntityPicture } from '../src/renderer/replay/stage/entity-picture.ts';
import { MarkerLayer } from '../src/renderer/replay/stage/marker-layer.ts';
import { BRUSHES as KNOWN_BRUSHES, markerSign, readMarkerShape } from '../src/renderer/replay/stage/marker-shape.ts';
import { colour, type Palette } from '../src/renderer/replay/stage/palette.ts';
import type { SceneFrame } from '../src/renderer/replay/stage/scene.ts';
import { buildLanes } from '../src/renderer/replay/timeline/lanes.ts';
import { hasIcon } from '../src/renderer/ui/icon.tsx';
import type { ImportProgress } from '../src/shared/engine-api.ts';
import { armaProfile } from '../src/shared/games/arma.ts';
import { decodeChunk } from '../src/shared/session/chunk.ts';
import { EVENT_TYPES } from '../src/shared/session/event-types.ts';
import { BRUSHES, everythingLog, FLYING, ICONS } from './arma-everything.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandtable-shown-'));
const SYNTHETIC = join(import.meta.dirname, '../../shared/data/arma');
const made = ['synthetic_v5_small.json', 'synthetic_callext_seed.jsonl'].map((name) => join(SYNTHETIC, name)).filter(existsSync);
if (made.length === 0) console.warn(`Skipped: the made-up files of ${SYNTHETIC}.`);

let engine: Engine;
/** One of everything. */
let session: LoadedSession;
const everything = join(folder, 'everything.ocaplog');
const operation = join(folder, 'operation.ocaplog');

beforeAll(async () => {
  engine = await createEngine({ libraryDir: join(folder, 'library'), desktop: false });
  writeFileSync(everything, everythingLog());
  const pieces: Uint8Array[] = [];
  for await (const piece of streamCommands({ minutes: 4 })) pieces.push(piece);
  writeFileSync(operation, Buffer.concat(pieces));
  session = await opened(everything);
});

afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(path: string): Promise<LoadedSession> {
  const handle = engine.mint({ path, access: 'read', temporary: false });
  let last: ImportProgress | null = null;
  await engine.client.stream('import.files', { handles: [handle] }, (progress) => {
    last = progress;
  });
  const { state, sessions, message } = last as unknown as ImportProgress;
  if (state !== 'done' && sessions.length === 0) throw new Error(`the import of ${path} ended as ${state}: ${message}`);
  return openSession(engine.client, sessions[0] ?? '', new AbortController().signal);
}

/** The player at a moment. */
async function playedTo(session: LoadedSession): Promise<{ readonly playback: Playback; readonly to: (t: number) => Promise<void> }> {
  let pending: ((now: number) => void) | null = null;
  let now = 0;
  const playback = createPlayback(session, engine.client, {
    requestFrame: (callback) => {
      pending = callback;
      return 1;
    },
    cancelFrame: () => {
      pending = null;
    },
    createDecoder: () => ({ decode: (bytes) => Promise.resolve(decodeChunk(bytes, zstd)), dispose: () => undefined }),
  });
  const to = async (t: number): Promise<void> => {
    playback.clock.seek(t);
    do {
      await new Promise((resolve) => void setTimeout(resolve, 1));
      const callback: ((now: number) => void) | null = pending;
      pending = null;
      callback?.((now += 16));
    } while (playback.state.stale || playback.state.t !== t);
  };
  await to(0);
  return { playback, to };
}

/** The map's layer without a screen. */
function mapOf(playback: Playback): {
  readonly markers: MarkerLayer;
  readonly update: (view?: Partial<ReplayView>) => void;
  /** What a click takes so many pixels east of a place in the middle of the screen. */
  readonly markerAt: (east: number, north: number, pixels: number) => number;
} {
  const grey = colour(128, 128, 128);
  const team = { blue: grey, orange: grey, east: grey, guer: grey, civ: grey, none: grey };
  const palette: Palette = {
    bg: grey,
    panel: grey,
    line2: grey,
    t1: grey,
    t2: grey,
    t3: grey,
    accent: grey,
    team,
    teamText: team,
    fontFamily: 'x',
  };
  const uniforms = { viewport: { value: { x: 800, y: 600 } }, pixelRatio: { value: 1 } } as unknown as ConstructorParameters<
    typeof MarkerLayer
  >[0];
  const markers = new MarkerLayer(uniforms, playback, palette, new Texture());
  const camera = new PerspectiveCamera();
  const base = createReplayView().getState();
  const entities = new EntityPicture(playback.session, palette);
  const frameOf = (view: Partial<ReplayView>): SceneFrame => ({
    t: playback.state.t,
    now: 0,
    state: playback.state,
    view: { ...base, ...view },
    width: 800,
    height: 600,
    camera,
    matrix: camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse).elements,
    focus: new Vector3(),
    focusDistance: 100,
    ground: 0,
    entities,
    eyes: 0,
    open: Number.NaN,
  });
  return {
    markers,
    update: (view = {}) => markers.update(frameOf(view)),
    markerAt: (east, north, pixels) => {
      camera.up.set(0, 0, -1);
      camera.position.set(east, 500, -north);
      camera.lookAt(east, 0, -north);
      camera.updateMatrixWorld();
      return markers.markerAt(frameOf({}), 400 + pixels, 300);
    },
  };
}

/** What the list says of each event, and what is wrong with it. */
async function describedEvents(session: LoadedSession): Promise<{ readonly said: readonly string[]; readonly wrong: readonly string[] }> {
  const laned = new Set(buildLanes({ ...session, durationMs: session.info.durationMs }).flatMap(({ seqs }) => [...seqs]));
  const said: string[] = [];
  const wrong: string[] = [];
  for (let seq = 0; seq < session.events.count; seq++) {
    const native = session.strings[session.events.nativeType[seq] ?? 0] ?? '';
    const words = eventWords(session, seq, await session.eventData(seq));
    const text = joined(words.text);
    const row = [native, text, words.detail].filter((part) => part !== '').join(' | ');
    said.push(row);
    // Some made-up files speak of people whom they never name.
    const isNamed = (session.events.target[seq] ?? 0) > 0;
    if (text.trim() === '' || /undefined|null|NaN|[{}[\]]{2}/.test(row) || (isNamed && /\bunknown\b/.test(text)))
      wrong.push(`words: ${row}`);
    if (!hasIcon(words.icon)) wrong.push(`icon ${words.icon}: ${row}`);
    // Lines of fire are drawn on the stage; there would be thousands in a lane.
    if (EVENT_TYPES[session.events.type[seq] ?? 0] !== 'shot' && !laned.has(seq)) wrong.push(`in no lane: ${row}`);
  }
  return { said, wrong };
}

/** How everything on the map is drawn in all its states, and what has no plan or is not to be seen and has one. */
async function drawnKinds(session: LoadedSession): Promise<{ readonly kinds: ReadonlySet<string>; readonly wrong: readonly string[] }> {
  const channel = session.info.channels.find(({ name }) => name === 'shape');
  const kinds = new Set<string>();
  const wrong: string[] = [];
  for (const { layer, index } of session.chunks.filter((chunk) => chunk.layer === 0)) {
    const column = decodeChunk(await engine.client.call('chunks.read', { id: session.row.id, layer, index }), zstd).columns[
      channel?.id ?? -1
    ];
    for (const string of column?.values ?? []) {
      const json = session.strings[string] ?? '';
      const native = JSON.parse(json) as { readonly hidden?: true; readonly brush: string };
      const shape = readMarkerShape(json, session.info.space);
      if ((shape === null) !== (native.hidden === true) || KNOWN_BRUSHES[native.brush.toLowerCase()] === undefined) wrong.push(json);
      if (shape === null) continue;
      kinds.add(shape.kind === 'icon' ? markerSign(session.profile.markers, shape.icon).glyph : `${shape.kind} ${native.brush}`);
    }
  }
  return { kinds, wrong };
}

describe('one of everything', () => {
  it('every event is said in words', async () => {
    const { said, wrong } = await describedEvents(session);
    expect(wrong).toEqual([]);
    expect(said).toEqual([
      'connected | Anna joins',
      'generalEvent | Recording started.',
      'respawnTickets | Respawn tickets | NATO 25, CSAT 20',
      'counterInit | Counter set up: Points, WEST 0',
      'counterSet | Counter Points: WEST 3',
      'captured | Anvil is captured by WEST',
      'contested | Anvil is contested by EAST',
      'terminalHackStarted | Anna hacks terminal T1',
      'terminalHackCanceled | Anna stops hacking terminal T1',
      'capturedFlag | Anna captures the flag',
      'chat | Anna: Moving up | Side',
      'chat | Bert: Right behind you | Group',
      'radio | Anna: radio, Start | SW, channel 1, 83 MHz',
      'framesFired | Anna fires | MX [6.5 mm 30Rnd]',
      'hit | Cyril is hit by Anna | MX [6.5 mm 30Rnd], 300 m',
      'detonated | APERS Mine explodes | of Anna',
      'ace3_unconscious | Cyril is down',
      'ace3_unconscious | Cyril is up again',
      'a custom event | a custom event: of some mod',
      'killed | Anna kills Cyril | MX [6.5 mm 30Rnd], 188 m',
      'ace3_death | Cyril dies: bleedout | last hurt by Anna',
      'killed | Slammer is destroyed by Cyril | RPG-32 [PG-32V], 90 m',
      'ace3_death | Bert dies: cardiac arrest',
      'disconnected | Bert leaves',
      'endMission | Mission ends: NATO holds Anvil | WEST',
    ]);
  });

  it('every shape, brush and sign has its plan', async () => {
    const { kinds, wrong } = await drawnKinds(session);
    expect(wrong).toEqual([]);
    for (const brush of BRUSHES) expect(kinds).toContain(`ellipse ${brush}`);
    for (const brush of BRUSHES) expect(kinds).toContain(`rectangle ${brush}`);
    expect(kinds).toContain('polyline Solid');
    for (const sign of [...Object.values(ICONS), ...Object.values(FLYING), 'mine']) expect(kinds).toContain(sign);
    expect([...kinds].filter((kind) => kind === 'dot')).toHaveLength(1);
    const signs = Object.fromEntries(Object.keys(ICONS).map((icon) => [icon, markerSign(armaProfile.markers, icon).glyph]));
    expect(signs).toEqual(ICONS);
    expect(markerSign(armaProfile.markers, 'o_mech_inf')).toEqual({ frame: 'hostile', glyph: 'mechanised' });
    expect(markerSign(armaProfile.markers, 'from_some_mod')).toEqual({ frame: null, glyph: 'dot' });
  });

  it('the map shows what is there, for the side that looks, and touches only what changes', async () => {
    const { playback, to } = await playedTo(session);
    const { markers, update } = mapOf(playback);
    const words = (): string[] => markers.texts.slice(0, markers.textCount).map(({ text }) => text);
    await to(20_000);
    update();
    const drawn = BRUSHES.length * 2 + Object.keys(ICONS).length + 3;
    expect(markers.touched).toBeGreaterThanOrEqual(drawn);
    expect(words()).toEqual(expect.arrayContaining(['Zone Grid', 'mil_flag', 'Phase line', 'Before', 'APERS Mine']));
    await to(21_000);
    update();
    expect(markers.touched).toBe(0);
    // Half a metre higher each second: only what flies is moved.
    await to(80_500);
    update();
    expect(markers.touched).toBe(Object.keys(FLYING).length);
    await to(95_000);
    update();
    expect(words()).toContain('After');
    expect(words()).not.toContain('Before');
    const west = { markerSide: 'WEST' } as const;
    update(west);
    expect(words()).toEqual(expect.arrayContaining(['mil_dot', 'mil_box', 'Phase line', 'After']));
    expect(words()).not.toContain('mil_circle');
    update({ markerSide: 'EAST' });
    expect(words()).toEqual(expect.arrayContaining(['mil_circle', 'mil_box', 'After']));
    expect(words()).not.toContain('Phase line');
    const { layers } = createReplayView().getState();
    update({ layers: { ...layers, markers: false } });
    expect(words()).toEqual([]);
    update({ layers: { ...layers, markerNames: false } });
    expect(words()).toEqual([]);
    await to(110_000);
    update();
    expect(words()).not.toContain('APERS Mine');
  });

  it('a click takes the nearest sign, area or line that is shown', async () => {
    const { playback, to } = await playedTo(session);
    const { update, markerAt } = mapOf(playback);
    const says = (east: number, north: number, pixels = 0): readonly string[] => {
      const info = playback.session.entities[markerAt(east, north, pixels)];
      if (info === undefined || info.id === 0) return [];
      return [markerText(playback, info), markerLook(playback, info), markerSide(playback, info)];
    };
    await to(20_000);
    update();
    expect(says(3100, 3100)).toEqual(['Before', 'mil_dot', 'All sides']);
    expect(says(3100, 3100, 10)).toEqual(['Before', 'mil_dot', 'All sides']);
    expect(says(3100, 3100, 40)).toEqual([]);
    expect(says(2400, 3400)).toEqual(['', 'Ellipse, 100\u00a0m × 60\u00a0m', 'All sides']);
    expect(says(2400, 3550)).toEqual(['Zone Solid', 'Rectangle, 100\u00a0m × 60\u00a0m', 'All sides']);
    expect(says(3000, 2950)).toEqual(['Phase line', 'Line of 3 points', 'NATO']);
    expect(says(2520, 2800)).toEqual(['mil_circle', 'mil_circle', 'CSAT']);
    // What the side that looks does not see cannot be taken either.
    update({ markerSide: 'WEST' });
    expect(says(2520, 2800)).toEqual([]);
    const { layers } = createReplayView().getState();
    update({ layers: { ...layers, markers: false, projectiles: false } });
    expect(says(3100, 3100)).toEqual([]);
    await to(95_000);
    update();
    expect(says(3150, 3120)).toEqual(['After', 'Ellipse, 160\u00a0m × 80\u00a0m', 'All sides']);
  });

  it('who is chosen says all that is known', async () => {
    const { playback, to } = await playedTo(session);
    const find = (name: string): number => playback.session.entities.find((entity) => entity.id > 0 && entity.name === name)?.id ?? 0;
    const facts = async (name: string): Promise<Record<string, string>> => {
      const read = (): Record<string, string> => {
        const found: Record<string, string> = {};
        for (const fact of armaProfile.facts) {
          const words = factWords(playback, fact, find(name));
          if (words !== '') found[fact.label] = words;
        }
        return found;
      };
      read(); // asks for the detail
      for (let tries = 0; read()['Fuel'] === undefined && read()['Vitals'] === undefined && tries < 500; tries++)
        await to(playback.clock.t === 50_000 ? 50_001 : 50_000);
      return read();
    };
    await to(50_000);
    expect(await facts('Anna')).toEqual({ Role: 'Leader', Stance: 'crouching', Vitals: 'unstable', Score: '9' });
    expect(await facts('Bert')).toEqual({ Role: 'Medic', Seat: 'gunner', Stance: 'standing', Vitals: 'stable', Score: '9' });
    expect(await facts('Slammer')).toEqual({
      Fuel: '75\u00a0%',
      Damage: '20\u00a0%',
      Engine: 'running',
      Doors: 'unlocked',
      Turret: '30°',
      Elevation: '5°',
    });
    expect(playback.state.parent[find('Bert')]).toBe(find('Slammer'));
  });

  it('tickets, counters and what the server measured', async () => {
    const data = await Promise.all(Array.from({ length: session.events.count }, (_, seq) => session.eventData(seq)));
    const native = (seq: number): string => session.strings[session.events.nativeType[seq] ?? 0] ?? '';
    const values = armaProfile.tallies.map((tally) => [
      tally.label,
      ...talliesOf(
        tally,
        data.filter((_, seq) => tally.events.includes(native(seq))),
      ),
    ]);
    expect(values).toEqual([
      ['Tickets', ['WEST', 25], ['EAST', 20]],
      ['Counter', ['WEST', 3]],
    ]);
    const charts = sessionCharts(session.profile.charts, session);
    expect(charts.map(({ label, lines }) => [label, lines.map((line) => [line.label, line.value[line.value.length - 1]])])).toEqual([
      [
        'Server, fps',
        [
          ['Average', 42],
          ['Least', 31],
        ],
      ],
      [
        'Units alive',
        [
          ['NATO', 18],
          ['CSAT', 9],
        ],
      ],
      [
        'Players',
        [
          ['Connected', 2],
          ['Alive', 2],
        ],
      ],
      // No rain, fog or lightning in this operation: lines that are 0 throughout are left out.
      ['Weather, 0 to 1', [['Overcast', 0.3]]],
      [
        'Wind, 0 to 1',
        [
          ['Strength', 0.2],
          ['Gusts', 0.1],
        ],
      ],
      [
        'Scripts',
        [
          ['Scheduled', 6],
          ['Per frame', 14],
        ],
      ],
    ]);
  });
});

it('every event and marker of an operation of the simulator, and of the made-up files', { timeout: 60_000 }, async () => {
  for (const path of [operation, ...made]) {
    const session = await opened(path);
    expect(session.events.count).toBeGreaterThan(0);
    expect((await describedEvents(session)).wrong).toEqual([]);
    expect((await drawnKinds(session)).wrong).toEqual([]);
  }
});
