/** Leaderboard: everybody in the order of a number, with those beside it that say more. Rows come as they scroll into sight. */
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { CareerStat, LeaderboardRow } from '../../shared/career.ts';
import { go } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useEngine } from '../engine/engine-context.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { Keys } from '../ui/keys.tsx';
import { Menu } from '../ui/menu.tsx';
import { TextField } from '../ui/text-field.tsx';
import { inGameWords } from '../words/game-words.ts';
import { useWords } from '../words/words.ts';
import type { ExportTable } from './export-view.ts';
import { Filters } from './filters.tsx';
import { LeaderboardGrid } from './leaderboard-grid.tsx';
import { PageHead } from './page-head.tsx';
import { usePagedRows, type Page } from './paged-rows.ts';
import { AnswerState, NothingFound } from './states.tsx';
import { MOST_COMPARED } from './statistics-route.ts';
import { changeFilter, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

/** Of one question. */
const MOST_AT_ONCE = 500;

export function LeaderboardPage() {
  const client = useEngine();
  const { at, game, filter, version } = useStatistics();
  const says = useWords().statistics;
  const stat = game.stats.find(({ id }) => id === at.filter.sort) ?? game.stats.find(({ id }) => id === game.firstStat);
  const sorted = stat?.id ?? game.firstStat;
  const wanted = useDeferredValue(at.filter.search.trim());
  const worst = at.filter.order === 'worst';
  const [marked, setMarked] = useState<ReadonlyMap<string, string>>(new Map());
  const field = useRef<HTMLInputElement>(null);
  // Those that stand there anyhow keep their places; another one that is sorted by comes before them.
  const columns = useMemo(() => (game.columns.includes(sorted) ? game.columns : [sorted, ...game.columns]), [game.columns, sorted]);
  const key = JSON.stringify({ filter, columns, sorted, wanted, worst });
  const fetch = useCallback(
    async (offset: number, limit: number): Promise<Page<readonly CareerStat[], LeaderboardRow>> => {
      const {
        total,
        columns: heads,
        rows,
      } = await client.call('career.leaderboard', {
        filter,
        stat: sorted,
        columns: [...columns],
        ...(worst ? { reverse: true } : {}),
        ...(wanted === '' ? {} : { search: wanted }),
        offset,
        limit,
      });
      return inOrder(columns, inGameWords(heads), total, rows);
    },
    // oxlint-disable-next-line react/exhaustive-deps -- the key stands for all that is asked; another version is another question
    [client, key, version],
  );
  const paged = usePagedRows(fetch);
  const { head, total, rows } = paged;

  const compare = (): void => {
    if (marked.size >= 2) go({ place: 'statistics', at: { ...at, page: { view: 'compare', ids: [...marked.keys()] } } });
  };
  const mark = (row: LeaderboardRow): void =>
    setMarked((before) => {
      const next = new Map(before);
      if (!next.delete(row.player.id) && next.size < MOST_COMPARED) next.set(row.player.id, row.player.name);
      return next;
    });
  const sort = (id: string): void => {
    if (id !== sorted) changeFilter(at, { sort: id === game.firstStat ? null : id, order: 'best' });
    else changeFilter(at, { order: worst ? 'best' : 'worst' });
  };
  const all = async (): Promise<{ readonly heads: readonly CareerStat[]; readonly rows: readonly LeaderboardRow[] }> => {
    const found: LeaderboardRow[] = [];
    let heads = head ?? [];
    for (let offset = 0; offset < (total ?? 0); offset += MOST_AT_ONCE) {
      const page = await fetch(offset, MOST_AT_ONCE);
      heads = page.head;
      found.push(...page.rows);
    }
    return { heads, rows: found };
  };
  useCommands([
    { id: 'statistics.search', title: says.commands.search, icon: 'search', keys: '$mod+f', run: () => field.current?.select() },
    { id: 'statistics.compare', title: says.board.compare(''), icon: 'git-compare-arrows', run: compare, when: () => marked.size >= 2 },
  ]);

  return (
    <>
      <PageHead
        title={says.board.title}
        took={paged.took}
        {...(total === null ? {} : { about: says.players(total, formatCount(total)) })}
        exported={
          total === null || total === 0
            ? null
            : {
                name: says.board.title,
                tables: async () => [exportTable(says.board, await all())],
                json: async () => (await all()).rows,
              }
        }
      >
        <Filters />
        <Button kind="quiet" icon="git-compare-arrows" disabled={marked.size < 2} title={[...marked.values()].join(', ')} onClick={compare}>
          {says.board.compare(marked.size < 2 ? '' : formatCount(marked.size)).trim()}
        </Button>
      </PageHead>
      <div className={styles.tools}>
        <TextField
          className={styles.search ?? ''}
          ref={field}
          type="search"
          icon="search"
          label={says.board.search}
          placeholder={says.board.search}
          maxLength={200}
          value={at.filter.search}
          end={<Keys keys="Ctrl F" />}
          onText={(search) => changeFilter(at, { search })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') changeFilter(at, { search: '' });
          }}
        />
        <span className={styles.hint}>{says.board.hint}</span>
        <span className={styles.spring} />
        <Menu
          label={stat?.label ?? ''}
          name={says.board.sort}
          icon="arrow-up-down"
          kind="plain"
          align="end"
          items={game.stats.map(({ id, label, group }, i) => ({
            id,
            label,
            hint: group,
            checked: id === sorted,
            separated: i > 0 && game.stats[i - 1]?.group !== group,
            run: () => id !== sorted && sort(id),
          }))}
        />
        <IconButton
          icon={worst ? 'arrow-up' : 'arrow-down'}
          label={`${says.board.reverse}: ${worst ? says.board.worst : says.board.best}`}
          onClick={() => sort(sorted)}
        />
      </div>
      <AnswerState answer={paged} />
      {total === 0 && <NothingFound at={at} {...(wanted === '' ? {} : { text: says.states.nobodyFound(wanted) })} />}
      {total !== null && total > 0 && head !== null && (
        <LeaderboardGrid
          columns={head}
          sorted={sorted}
          worst={worst}
          total={total}
          rows={rows}
          marked={marked}
          onShow={paged.show}
          onSort={sort}
          onMark={mark}
          onOpen={({ player }) => go({ place: 'statistics', at: { ...at, page: { view: 'player', id: player.id } } })}
        />
      )}
    </>
  );
}

/** The answer's columns begin with the one that sorts; here each has its place. */
function inOrder(
  wanted: readonly string[],
  heads: readonly CareerStat[],
  total: number,
  rows: readonly LeaderboardRow[],
): Page<readonly CareerStat[], LeaderboardRow> {
  const places = wanted.map((id) => heads.findIndex((head) => head.id === id)).filter((place) => place >= 0);
  return {
    head: places.flatMap((place) => heads[place] ?? []),
    total,
    rows: rows.map((row) => ({ ...row, values: places.map((place) => row.values[place] ?? null) })),
  };
}

function exportTable(
  says: { readonly title: string; readonly rank: string; readonly player: string },
  { heads, rows }: { readonly heads: readonly CareerStat[]; readonly rows: readonly LeaderboardRow[] },
): ExportTable {
  return {
    title: says.title,
    rowLabels: [says.rank, says.player],
    columns: heads,
    rows: rows.map(({ rank, player, values }) => ({ labels: [String(rank), player.name], values })),
  };
}
