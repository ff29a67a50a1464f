/** Reads version 1 of the chunk format: states frame by frame, everything else from the manifest, as the v1 file says it that it was made from. */
import { armaProfile } from '../../../../../shared/games/arma.ts';
import { type ByteSource, type ReadContext, RefusedInput } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { DamagedPart } from '../../../zip-parts.ts';
import { Crews } from '../ocap/crews.ts';
import { Events } from '../ocap/events.ts';
import { Damaged } from '../ocap/json-stream.ts';
import { Markers } from '../ocap/markers.ts';
import { Recording } from '../ocap/recording.ts';
import { Times } from '../ocap/times.ts';
import { isTeam, SPACE } from '../session-shape.ts';
import { CHUNK_FORMAT, chunkBytes, type ChunkFiles, framesOf, missingChunks } from './chunk-files.ts';
import { chunks1 } from './chunk-messages.js';
import { decimal } from './decimal.ts';
import { Track, type Traits } from './track.ts';
import { eventTuple, markerTuple, SIDES, timeEntry } from './v1-tuples.ts';

const ADAPTER_VERSION = 1;
const VEHICLE = 2;

export async function readFirstVersion(source: ByteSource, files: ChunkFiles, sink: SessionSink, context: ReadContext): Promise<void> {
  let manifest: chunks1.Manifest;
  try {
    manifest = chunks1.Manifest.decode(files.manifest);
  } catch {
    throw new RefusedInput('The manifest of this recording is damaged.');
  }
  await new FirstVersion(source, files, manifest, sink, context).read();
}

class FirstVersion {
  readonly #source: ByteSource;
  readonly #files: ChunkFiles;
  readonly #manifest: chunks1.Manifest;
  readonly #sink: SessionSink;
  readonly #signal: AbortSignal;
  readonly #crews = new Crews();
  readonly #tracks = new Map<number, Track>();
  #partial = false;

  constructor(source: ByteSource, files: ChunkFiles, manifest: chunks1.Manifest, sink: SessionSink, context: ReadContext) {
    this.#source = source;
    this.#files = files;
    this.#manifest = manifest;
    this.#sink = sink;
    this.#signal = context.signal;
  }

  async read(): Promise<void> {
    const delay = this.#delay();
    this.#header(delay, null, null);
    const recording = new Recording(this.#sink, delay);
    const traits = await this.#traits();
    for (const entity of this.#manifest.entities) this.#begin(recording, entity as chunks1.Entity, traits);
    if (this.#tracks.size === 0) throw new RefusedInput('There is no unit and no vehicle in this recording.');
    await this.#states(recording);
    this.#end(recording);
    await this.#sink.drain();
  }

  #delay(): number {
    const delay = this.#manifest.captureDelayMs / 1000;
    if (delay >= 0.001 && delay <= 3600) return delay;
    this.#sink.warn('capture-delay', 'The recording does not say how long a frame is; taken as 1 s.');
    return 1;
  }

  /** Zero is not written, so a recording has heights when any state has one. */
  async #traits(): Promise<Traits> {
    const traits: Traits = { heights: false, sides: false };
    for (const { part } of this.#files.chunks) {
      try {
        for (const { states } of framesOf(await chunkBytes(part), (reader, length) => chunks1.Frame.decode(reader, length))) {
          for (const { z, side } of states as chunks1.State[]) {
            traits.heights ||= z !== 0;
            traits.sides ||= side !== '';
          }
          if (traits.heights && traits.sides) return traits;
        }
      } catch (error) {
        if (!(error instanceof DamagedPart)) throw error; // told when it is read
      }
      this.#signal.throwIfAborted();
    }
    return traits;
  }

  #begin(recording: Recording, entity: chunks1.Entity, traits: Traits): void {
    const { id: nativeId, type, name, group, role, startFrame: start, isPlayer, vehicleClass } = entity;
    // Where nobody has an id, a placeholder stands.
    if (type !== 1 && type !== VEHICLE && name === '') return;
    if (this.#tracks.has(nativeId)) {
      this.#sink.warn('duplicate-id', `Two entities share the id ${nativeId}; the second was left out.`);
      return;
    }
    const vehicle = type === VEHICLE || (type !== 1 && vehicleClass !== '');
    const side = SIDES[entity.side] ?? '';
    const id = this.#sink.entity({
      kind: vehicle ? 'vehicle' : isPlayer ? 'player' : 'ai',
      nativeId: String(nativeId),
      name,
      team: isTeam(side) ? side : null,
      group: group === '' ? null : group,
      className: vehicleClass === '' ? null : vehicleClass,
      data: {
        tuple: vehicle ? 5 : traits.sides ? 9 : 6,
        type: vehicle ? 'vehicle' : 'unit',
        isPlayer: isPlayer ? 1 : 0,
        startFrameNum: start,
        ...(vehicle ? { ranged: true } : {}),
        ...(role === '' ? {} : { role }),
      },
    });
    this.#tracks.set(
      nativeId,
      new Track({ id, nativeId, vehicle, isPlayer, start, name, role, group, side }, recording, this.#crews, traits),
    );
  }

  async #states(recording: Recording): Promise<void> {
    const { chunks } = this.#files;
    if (missingChunks(this.#sink, this.#files, this.#manifest.chunkCount)) this.#partial = true;
    let before = -1;
    for (const [i, { index, part }] of chunks.entries()) {
      try {
        for (const frame of framesOf(await chunkBytes(part), (reader, length) => chunks1.Frame.decode(reader, length)))
          before = this.#frame(recording, frame, before);
      } catch (error) {
        if (!(error instanceof DamagedPart)) throw error;
        this.#sink.warn('damaged-chunk', `Chunk ${index} is damaged; the frames behind that place are missing: ${error.message}.`);
        this.#partial = true;
      }
      this.#signal.throwIfAborted();
      this.#sink.progress(Math.round((this.#source.size * (i + 1)) / chunks.length), `Reading chunk ${i + 1} of ${chunks.length}`);
      await this.#sink.drain();
    }
  }

  /** Returns the last frame that was read. */
  #frame(recording: Recording, { frame, states }: chunks1.Frame, before: number): number {
    if (!recording.plausible(frame) || frame <= before) {
      this.#sink.warn('bad-frame', `Frame ${frame} comes after frame ${before}; it was left out.`);
      return before;
    }
    for (const state of states as chunks1.State[]) {
      const track = this.#tracks.get(state.id);
      if (track === undefined)
        this.#sink.warn('unknown-entity', `There is a state of entity ${state.id}, which the recording does not name.`);
      else track.take(frame, before, state);
    }
    return frame;
  }

  #end(recording: Recording): void {
    const { endFrame, entities, events, markers, times } = this.#manifest;
    let last = Math.max(-1, ...Array.from(this.#tracks.values(), (track) => track.last));
    // A recording may go on for a while with nothing left to record; much longer is damage.
    if (recording.plausible(endFrame) && endFrame > last && (last < 0 || endFrame <= last * 2 + 10_000)) last = endFrame;
    for (const track of this.#tracks.values()) track.end(last);
    for (const entity of entities as chunks1.Entity[]) this.#shots(recording, entity);
    const told = new Events(recording);
    for (const event of events) this.#attempt('bad-event', 'An event was left out', () => told.add(eventTuple(event as chunks1.Event)));
    const drawn = new Markers(recording);
    for (const marker of markers)
      this.#attempt('bad-marker', 'A marker was left out', () => drawn.add(markerTuple(marker as chunks1.Marker)));
    const clocks = new Times();
    for (const time of times) clocks.add(timeEntry(time as chunks1.Time));
    this.#crews.write(recording);
    for (const { id, frame } of drawn.gone) if (frame <= last) this.#sink.vanish(id, recording.time(frame));
    this.#header(recording.captureDelay, clocks.write(recording), told.result);
    const first = Number.isFinite(recording.firstFrame) ? recording.firstFrame : 0;
    this.#sink.regularFrames(first, Math.max(first, last), recording.time);
    if (this.#partial) this.#sink.partial();
    this.#sink.progress(this.#source.size, 'Read');
  }

  #shots(recording: Recording, { id, shots }: chunks1.Entity): void {
    const known = recording.entities.get(id);
    if (known === undefined) return;
    for (const { frame, x, y, z } of shots as chunks1.Shot[]) {
      if (!recording.plausible(frame)) {
        this.#sink.warn('bad-shot', `A shot at frame ${String(frame)} was left out.`);
        continue;
      }
      const targetPosition = [decimal(x), decimal(y), decimal(z)];
      this.#sink.event({ t: recording.time(frame), type: 'shot', nativeType: 'framesFired', actor: known.id, targetPosition, frame });
    }
  }

  #attempt(code: string, what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      this.#sink.warn(code, `${what}: ${error.message}.`);
    }
  }

  #header(delay: number, startedAt: string | null, result: string | null): void {
    const { worldName, missionName, endFrame, extensionVersion, addonVersion } = this.#manifest;
    const world = worldName.toLowerCase();
    const period = delay * 1000;
    this.#sink.header({
      game: 'arma3',
      format: CHUNK_FORMAT,
      adapterVersion: ADAPTER_VERSION,
      title: missionName || this.#source.name.replace(/\.zip$/i, ''),
      world,
      worldSize: armaProfile.world.sizes[world] ?? null,
      startedAt,
      framePeriodMs: period,
      maxInterpolateMs: Math.max(1000, 2 * period),
      space: SPACE,
      result,
      data: { addonVersion, extensionVersion, missionName, worldName, endFrame, captureDelay: delay },
    });
  }
}
