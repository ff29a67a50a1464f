/** Recordings on an OCAP2 web server of any year: the list of operations that its page shows, and their files. */
import { z } from 'zod';
import type { RemoteRecording } from '../../../../shared/engine-api.ts';
import { RefusedInput } from '../../game-adapter.ts';
import type { RemoteSource } from '../../remote/remote-source.ts';

const MOST = 50_000;

const operation = z.object({
  world_name: z.string().max(400).default(''),
  mission_name: z.string().max(400).default(''),
  /** Seconds; some extensions said it in thousandths of that. */
  mission_duration: z.number().min(0).catch(0),
  filename: z.string().min(1).max(400),
  date: z.string().max(64).default(''),
  tag: z.string().max(64).nullish(),
  player_count: z.int().min(0).nullish().catch(null),
});

export const ocapServer: RemoteSource = {
  async list(server) {
    const answer = await server.json('api/v1/operations');
    if (!Array.isArray(answer) && answer !== null) throw new RefusedInput('This server answers, but has no list of operations.');
    const found: RemoteRecording[] = [];
    for (const one of (answer ?? []).slice(0, MOST) as unknown[]) {
      const parsed = operation.safeParse(one);
      if (!parsed.success) continue; // others may be sound
      const {
        world_name: world,
        mission_name: title,
        mission_duration: seconds,
        filename: id,
        date,
        tag,
        player_count: players,
      } = parsed.data;
      // The shortest that are kept last minutes.
      const durationMs = seconds >= 1 ? Math.round(seconds * 1000) : null;
      found.push({
        id,
        title: title === '' ? id : title,
        world: world.toLowerCase(),
        date,
        durationMs,
        players: players ?? null,
        tag: tag ?? '',
      });
    }
    return found.toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  },
  places(id) {
    const base = id.replace(/\.gz$/i, '').replace(/\.json$/i, '');
    const name = `${base.split(/[/\\]/).at(-1) ?? 'recording'}.json.gz`;
    return [`${base}.json.gz`, `${base}.json`, id, `${base}.gz`]
      .filter((file, i, all) => all.indexOf(file) === i)
      .map((file) => ({ path: `data/${encodeURIComponent(file)}`, name }));
  },
};
