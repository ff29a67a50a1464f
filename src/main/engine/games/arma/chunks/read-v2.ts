/**
 * Reads version 2 of the chunk format, which was written from the recorder's live stream: what it says is told to a mission in order of frames, as the stream
 * told it.
 */
import { type ByteSource, type ReadContext, RefusedInput } from '../../../game-adapter.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { DamagedPart } from '../../../zip-parts.ts';
import { BadCommand } from '../recorder/arguments.ts';
import type { MissionHeader } from '../recorder/mission-header.ts';
import { Parts } from '../recorder/parts.ts';
import { CHUNK_FORMAT, chunkBytes, type ChunkFiles, framesOf, missingChunks } from './chunk-files.ts';
import { chunks2 } from './chunk-messages.js';
import { decimal } from './decimal.ts';
import { stepsOf, type Step } from './v2-steps.ts';

export async function readSecondVersion(source: ByteSource, files: ChunkFiles, sink: SessionSink, context: ReadContext): Promise<void> {
  let manifest: chunks2.Manifest;
  try {
    manifest = chunks2.Manifest.decode(files.manifest);
  } catch {
    throw new RefusedInput('The manifest of this recording is damaged.');
  }
  if (manifest.soldiers.length + manifest.vehicles.length === 0)
    throw new RefusedInput('There is no unit and no vehicle in this recording.');
  await new SecondVersion(source, files, manifest, sink, context).read();
}

class SecondVersion {
  readonly #source: ByteSource;
  readonly #files: ChunkFiles;
  readonly #manifest: chunks2.Manifest;
  readonly #sink: SessionSink;
  readonly #signal: AbortSignal;
  readonly #parts: Parts;
  /** What the manifest says, ascending by frame. */
  readonly #steps: readonly Step[];
  #next = 0;
  #partial = false;
  readonly #place = new Float64Array(3);

  constructor(source: ByteSource, files: ChunkFiles, manifest: chunks2.Manifest, sink: SessionSink, context: ReadContext) {
    this.#source = source;
    this.#files = files;
    this.#manifest = manifest;
    this.#sink = sink;
    this.#signal = context.signal;
    this.#parts = new Parts(sink, this.#header());
    this.#steps = stepsOf(manifest);
  }

  async read(): Promise<void> {
    const { chunks } = this.#files;
    if (missingChunks(this.#sink, this.#files, this.#manifest.chunkCount)) this.#partial = true;
    let before = -1;
    for (const [i, { index, part }] of chunks.entries()) {
      try {
        for (const frame of framesOf(await chunkBytes(part), (reader, length) => chunks2.Frame.decode(reader, length))) {
          if (frame.frame <= before) this.#sink.warn('bad-frame', `Frame ${frame.frame} comes after frame ${before}; it was left out.`);
          else this.#frame(frame);
          before = Math.max(before, frame.frame);
        }
      } catch (error) {
        if (!(error instanceof DamagedPart)) throw error;
        this.#sink.warn('damaged-chunk', `Chunk ${index} is damaged; the frames behind that place are missing: ${error.message}.`);
        this.#partial = true;
      }
      this.#signal.throwIfAborted();
      this.#sink.progress(Math.round((this.#source.size * (i + 1)) / chunks.length), `Reading chunk ${i + 1} of ${chunks.length}`);
      await this.#sink.drain();
    }
    this.#stepTo(Number.POSITIVE_INFINITY);
    this.#parts.mission.end(!this.#partial);
    this.#sink.progress(this.#source.size, 'Read');
    await this.#sink.drain();
  }

  #header(): MissionHeader {
    const { world, mission, captureDelayMs } = this.#manifest;
    const delay = captureDelayMs / 1000;
    const isDelay = delay >= 0.001 && delay <= 3600;
    if (!isDelay) this.#sink.warn('capture-delay', 'The recording does not say how long a frame is; taken as 1 s.');
    const more = {
      briefingName: mission?.briefingName,
      serverName: mission?.serverName,
      extensionVersion: mission?.extensionVersion,
      extensionBuild: mission?.extensionBuild,
      worldAuthor: world?.author,
      worldDisplayName: world?.displayName,
    };
    return {
      format: CHUNK_FORMAT,
      startedAt: null,
      missionName: mission?.name ?? '',
      missionAuthor: mission?.author ?? '',
      worldName: world?.name ?? '',
      worldSize: world?.size === undefined || world.size === null || world.size <= 0 ? null : decimal(world.size),
      captureDelay: isDelay ? delay : 1,
      firstFrame: 1,
      addonVersion: mission?.addonVersion ?? '',
      tags: mission?.tag ?? '',
      more: Object.fromEntries(Object.entries(more).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '')),
    };
  }

  #frame({ frame, soldiers, vehicles }: chunks2.Frame): void {
    this.#stepTo(frame);
    for (const state of vehicles as chunks2.VehicleState[]) this.#attempt(() => this.#vehicle(frame, state));
    for (const state of soldiers as chunks2.SoldierState[]) this.#attempt(() => this.#soldier(frame, state));
  }

  /** Everything that the manifest says up to a frame, this one included. */
  #stepTo(frame: number): void {
    for (; (this.#steps[this.#next]?.frame ?? Number.POSITIVE_INFINITY) <= frame && this.#next < this.#steps.length; this.#next++) {
      const step = this.#steps[this.#next];
      if (step !== undefined) this.#attempt(() => step.tell(this.#parts));
    }
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof BadCommand)) throw error;
      this.#sink.warn('bad-part', `A part of the recording was left out: ${error.message}.`);
    }
  }

  #soldier(frame: number, state: chunks2.SoldierState): void {
    const { units, mission } = this.#parts;
    if (state.life > 2) throw new BadCommand(`${state.life} is no life state`);
    const isFirstVehicle = state.inVehicle && state.vehicle === 0 && mission.members.get(0)?.vehicle === true;
    const { scores } = state;
    units.state(units.get(state.id), frame, this.#placeOf(state), state.bearing, {
      life: state.life,
      inVehicle: state.inVehicle,
      vehicle: state.inVehicle && (state.vehicle > 0 || isFirstVehicle) ? state.vehicle : -1,
      name: state.name,
      isPlayer: state.isPlayer,
      role: state.role,
      stableVitals: state.stableVitals,
      carried: state.carried,
      scores: scores
        ? [scores.infantry, scores.vehicles, scores.armour, scores.air, scores.deaths, scores.total].map((one) => (one ?? 0) | 0)
        : null,
      seat: state.seat,
      stance: state.stance,
      group: state.group === '' ? null : state.group,
      side: state.side === '' ? null : state.side,
    });
  }

  #vehicle(frame: number, state: chunks2.VehicleState): void {
    const { vehicles } = this.#parts;
    vehicles.state(vehicles.get(state.id), frame, this.#placeOf(state), state.bearing, {
      isAlive: state.alive,
      crew: [...state.crew],
      fuel: decimal(state.fuel),
      damage: decimal(state.damage),
      engineOn: state.engineOn,
      locked: String(state.locked),
      side: state.side === '' ? null : state.side,
      forward: null,
      up: null,
      turret: [decimal(state.turretAzimuth), decimal(state.turretElevation)],
    });
  }

  #placeOf({ position }: chunks2.SoldierState | chunks2.VehicleState): Float64Array {
    this.#place[0] = decimal(position?.x ?? 0);
    this.#place[1] = decimal(position?.y ?? 0);
    this.#place[2] = decimal(position?.z ?? 0);
    return this.#place;
  }
}
