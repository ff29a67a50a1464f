/** Events and tracks as tables and lines: what a session says, moment by moment. */
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../byte-source.ts';
import { fakeAdapter } from '../import/fake-adapter.ts';
import type { MemorySession } from '../memory-session.ts';
import { readIntoMemory } from '../read-into-memory.ts';
import { exportTargets, targetOfName } from './export-targets.ts';
import { statesAt } from './state-lines.ts';
import { eventRows, trackJson, trackRows } from './tables.ts';

async function read(...lines: readonly string[]): Promise<MemorySession> {
  const [session] = await readIntoMemory(new MemorySource('a.fake', Buffer.from(['FAKE A', ...lines].join('\n'))), [fakeAdapter]);
  if (session === undefined) throw new Error('no session');
  return session;
}

async function all(rows: AsyncIterable<string>): Promise<string[]> {
  const lines: string[] = [];
  for await (const row of rows) lines.push(row.trimEnd());
  return lines;
}

const SESSION = ['player =Anna', 'at 1000 5', 'at 3000 6', 'player Bo "B" Berg', 'at 2000 7', 'at 200000 8'];

describe('tables', () => {
  it('of events', async () => {
    const [head, first] = await all(eventRows(await read(...SESSION)));
    expect(head).toBe(
      't_ms,frame,type,native_type,actor_id,actor_native_id,actor_name,actor_team,target_id,target_native_id,target_name,target_team,weapon,x_m,y_m,z_m,data',
    );
    expect(first).toBe(`1000,,kill,killed,,,,,1,id-=Anna,'=Anna,,pen,5,3,-2,"{""x"":5}"`);
  });

  it('of tracks, in order of time', async () => {
    expect(await all(trackRows(await read(...SESSION)))).toEqual([
      't_ms,frame,entity_id,native_id,kind,name,team,segment,x_m,y_m,z_m,heading_rad,life,parent_id',
      `0,,1,id-=Anna,player,'=Anna,,1,,,,,unknown,`,
      '0,,2,"id-Bo ""B"" Berg",player,"Bo ""B"" Berg",,1,,,,,unknown,',
      `1000,,1,id-=Anna,player,'=Anna,,1,5,3,-2,,unknown,`,
      '2000,,2,"id-Bo ""B"" Berg",player,"Bo ""B"" Berg",,1,7,3,-2,,unknown,',
      `3000,,1,id-=Anna,player,'=Anna,,1,6,3,-2,,unknown,`,
      '200000,,2,"id-Bo ""B"" Berg",player,"Bo ""B"" Berg",,1,8,3,-2,,unknown,',
    ]);
  });
});

describe('tracks as lines of JSON', () => {
  it('hold every state', async () => {
    const session = await read(...SESSION);
    const samples = (await all(trackJson(session))).map((line) => JSON.parse(line) as { t: number; entity: number; position: unknown });
    const moments = [1000, 1500, 2000, 3000, 199_999, 200_000];
    for await (const { t, entities } of statesAt(session, moments)) {
      for (const { id, position } of entities) {
        const sample = samples.findLast((one) => one.entity === id && one.t <= t);
        expect(sample?.position, `of ${id} at ${t}`).toEqual(position);
      }
    }
  });
});

describe('the name of a file', () => {
  const targets = exportTargets([
    {
      id: 'own',
      label: 'Own',
      extensions: ['json', 'json.gz'],
      sniff: () => 0,
      read: () => Promise.resolve(),
      write: () => Promise.resolve({ warnings: [] }),
    },
  ]);

  it.each([
    ['events.csv', 'events-csv'],
    ['Op 1.events.csv.gz', 'events-csv'],
    ['op-tracks.csv', 'tracks-csv'],
    ['op.tracks.ndjson', 'tracks-ndjson'],
    ['op.ndjson', 'ndjson'],
    ['op.JSON', 'own'],
    ['op.json.gz', 'own'],
    ['op.csv', undefined],
    ['allevents.csv', undefined],
  ])('%s', (name, id) => {
    expect(targetOfName(targets, name)?.id).toBe(id);
  });
});
