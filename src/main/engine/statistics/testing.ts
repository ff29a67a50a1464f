/** For tests: statistics of a recording in memory, with words instead of columns and ids. */
import { cellAt, lastPoint, type Statistics, type StatisticSubject } from '../../../shared/statistics.ts';
import { MemorySource } from '../byte-source.ts';
import { ADAPTERS } from '../games/registry.ts';
import type { MemorySession } from '../memory-session.ts';
import { readIntoMemory } from '../read-into-memory.ts';
import { runStatistics } from './run-statistics.ts';

export class CountedSession {
  readonly session: MemorySession;
  readonly statistics: Statistics;

  private constructor(session: MemorySession, statistics: Statistics) {
    this.session = session;
    this.statistics = statistics;
  }

  /** Of the first session in the file. */
  static async of(name: string, bytes: Uint8Array): Promise<CountedSession> {
    const [session] = await readIntoMemory(new MemorySource(name, bytes), ADAPTERS);
    const provider = ADAPTERS.find(({ id }) => id === session?.info().game)?.statistics;
    if (session === undefined || provider === undefined) throw new Error('nothing to count');
    return new CountedSession(session, await runStatistics(session, provider));
  }

  /** Cells of a table at t by the native id of an entity, a team or a text; an empty table when there is none. */
  table(id: string, t = Number.POSITIVE_INFINITY): Record<string, Record<string, number | null>> {
    const section = this.statistics.sections.find((candidate) => candidate.id === id);
    if (section?.kind !== 'table') return {};
    return Object.fromEntries(
      section.rows.map((subject, row) => [
        this.#key(subject),
        Object.fromEntries(section.columns.map((column, i) => [column.id, cellAt(section, row, i, t)])),
      ]),
    );
  }

  /** Moments of a list, with native ids for people. */
  moments(id: string): (Record<string, unknown> & { readonly t: number; readonly actor: string; readonly target: string })[] {
    const section = this.statistics.sections.find((candidate) => candidate.id === id);
    if (section?.kind !== 'moments') return [];
    return Array.from(section.t, (t, i) => ({
      ...Object.fromEntries(
        section.columns.map(({ id: field, kind, values }): [string, unknown] => [
          field,
          kind === 'text' ? this.statistics.words[values[i] ?? 0] : values[i],
        ]),
      ),
      t,
      actor: this.#nativeId(section.actor[i] ?? 0),
      target: this.#nativeId(section.target[i] ?? 0),
    }));
  }

  /** Values of a chart at t by name of the line. */
  chart(id: string, t: number): Record<string, number> {
    const section = this.statistics.sections.find((candidate) => candidate.id === id);
    if (section?.kind !== 'chart') return {};
    return Object.fromEntries(section.lines.map((line) => [line.label, line.value[lastPoint(line.t, t)] ?? 0]));
  }

  #key(subject: StatisticSubject): string {
    if (subject.kind === 'entity') return this.#nativeId(subject.entity);
    if (subject.kind === 'team') return subject.team;
    return subject.kind === 'text' && subject.team !== null ? `${subject.team} ${subject.text}` : subject.text;
  }

  #nativeId(id: number): string {
    return id === 0 ? '' : (this.session.entities().find((entity) => entity.id === id)?.nativeId ?? '');
  }
}
