/** What a mission says of itself when it begins, in every spelling, and the session's header that it becomes. */
import { z } from 'zod';
import { armaProfile } from '../../../../../shared/games/arma.ts';
import type { JsonObject, JsonValue } from '../../../../../shared/session/model.ts';
import type { SessionSink } from '../../../session-sink.ts';
import { SPACE } from '../session-shape.ts';
import { BadCommand } from './arguments.ts';

const ADAPTER_VERSION = 1;
/** FileFormat.id of logs of commands. */
export const FORMAT = 'ocap-commands';

export interface MissionHeader {
  /** FileFormat.id of what it comes from. */
  readonly format: string;
  /** When it began, ISO 8601 UTC; null when it was not said. */
  readonly startedAt: string | null;
  readonly missionName: string;
  readonly missionAuthor: string;
  /** As the game spells it. */
  readonly worldName: string;
  /** Metres; null when it was not said. */
  readonly worldSize: number | null;
  /** Seconds between frames. */
  readonly captureDelay: number;
  /** Number of a recording's first frame in commands: 1 since the Go recorder, 0 with the older one. */
  readonly firstFrame: 0 | 1;
  readonly addonVersion: string;
  readonly tags: string;
  /** Everything else worth keeping. */
  readonly more: JsonObject;
}

const text = z.string().max(4096);
const texts = z.record(z.string(), z.unknown());

const world = z.object({
  author: text.optional(),
  workshopid: text.optional(),
  displayname: text.optional(),
  worldname: text,
  worldnameoriginal: text.optional(),
  worldsize: z.number().positive().max(10_000_000).optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

const mission = z.object({
  missionname: text,
  briefingname: text,
  missionnamesource: text,
  onloadname: text,
  author: text,
  servername: text,
  serverprofile: text,
  tag: text,
  capturedelay: z.number(),
  addons: z.array(z.unknown()).max(10_000),
  playableslots: z.unknown(),
  sidefriendly: z.unknown(),
  addonversion: text.optional(),
  extensionversion: text.optional(),
  extensionbuild: text.optional(),
  ocaprecorderextensionversion: text.optional(),
  starttime: text.optional(),
});

/** `worldJson` and `missionJson` as parsed; keys count in any case. Throws BadCommand that names what is missing or wrong. */
export function missionHeader(worldJson: unknown, missionJson: unknown, addonVersion: string, format = FORMAT): MissionHeader {
  const place = checked('world', world, worldJson);
  const plan = checked('mission', mission, missionJson);
  const more: Record<string, JsonValue> = {};
  const keep = (name: string, value: unknown): void => {
    if (value !== undefined && value !== '') more[name] = value as JsonValue;
  };
  keep('briefingName', plan.briefingname);
  keep('missionNameSource', plan.missionnamesource);
  keep('onLoadName', plan.onloadname);
  keep('serverName', plan.servername);
  keep('serverProfile', plan.serverprofile);
  keep('extensionVersion', plan.extensionversion ?? plan.ocaprecorderextensionversion);
  keep('extensionBuild', plan.extensionbuild);
  keep('addons', plan.addons);
  keep('playableSlots', plan.playableslots);
  keep('sideFriendly', plan.sidefriendly);
  keep('worldAuthor', place.author);
  keep('worldDisplayName', place.displayname);
  keep('worldWorkshopId', place.workshopid);
  keep('worldSize', place.worldsize);
  keep('latitude', place.latitude);
  keep('longitude', place.longitude);
  const start = Date.parse(plan.starttime ?? '');
  return {
    format,
    startedAt: Number.isNaN(start) ? null : new Date(start).toISOString(),
    missionName: plan.missionname,
    missionAuthor: plan.author,
    worldName: place.worldname,
    worldSize: place.worldsize ?? null,
    captureDelay: delay(plan.capturedelay),
    firstFrame: 1,
    addonVersion: plan.addonversion ?? addonVersion,
    tags: plan.tag,
    more,
  };
}

/** The older recorder's four words. */
export function olderHeader(worldName: string, missionName: string, author: string, seconds: number, addonVersion: string): MissionHeader {
  const said = { missionName, missionAuthor: author, worldName, captureDelay: delay(seconds) };
  return { ...said, format: FORMAT, startedAt: null, worldSize: null, firstFrame: 0, addonVersion, tags: '', more: {} };
}

function delay(seconds: number): number {
  if (!(seconds >= 0.001 && seconds <= 3600)) throw new BadCommand(`a frame every ${seconds} s cannot be`);
  return seconds;
}

function checked<T>(name: string, schema: z.ZodType<T>, value: unknown): T {
  const object = texts.safeParse(value);
  if (!object.success) throw new BadCommand(`the ${name} is no object`);
  const lower = Object.fromEntries(Object.entries(object.data).map(([key, one]) => [key.toLowerCase(), one]));
  const result = schema.safeParse(lower);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BadCommand(`the ${name} has no sound ${issue?.path.join('.') ?? 'content'}`);
}

interface Known {
  readonly startedAt: string | null;
  readonly result: string | null;
  /** What became known since. */
  readonly data: JsonObject;
}

export function writeHeader(sink: SessionSink, header: MissionHeader, { startedAt, result, data }: Known): void {
  const { missionName, missionAuthor, worldName, captureDelay, addonVersion, tags } = header;
  const world = worldName.toLowerCase();
  const period = captureDelay * 1000;
  sink.header({
    game: 'arma3',
    format: header.format,
    adapterVersion: ADAPTER_VERSION,
    title: missionName === '' ? 'Mission' : missionName,
    world,
    worldSize: header.worldSize ?? armaProfile.world.sizes[world] ?? null,
    startedAt: startedAt ?? header.startedAt,
    framePeriodMs: period,
    maxInterpolateMs: Math.max(1000, 2 * period),
    space: SPACE,
    result,
    data: { addonVersion, missionName, missionAuthor, worldName, captureDelay, tags, ...header.more, ...data },
  });
}
