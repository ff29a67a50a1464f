/** One player: who it is, the numbers that say most, how they went, with what, where and against whom. */
import { useMemo, useState } from 'react';
import type { CareerPlayer } from '../../shared/career.ts';
import { go } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useNow } from '../library/use-now.ts';
import { Button } from '../ui/button.tsx';
import { formatCount, formatWhen } from '../ui/format.ts';
import { useWords } from '../words/words.ts';
import { Achievements } from './achievements.tsx';
import { AllNumbers } from './all-numbers.tsx';
import { BodyPanel } from './body-panel.tsx';
import { exportTables, figureTable, matchTable } from './export-tables.ts';
import { Figures } from './figures.tsx';
import { Filters } from './filters.tsx';
import { headline } from './headline.ts';
import { HistogramPanel } from './histogram-panel.tsx';
import { IdentityDialog } from './identity-dialog.tsx';
import { MatchTable } from './match-table.tsx';
import { PageHead } from './page-head.tsx';
import { Panel } from './panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { PlayerPicker } from './player-picker.tsx';
import { AnswerState } from './states.tsx';
import { TablePanel } from './table-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { useCareer, useStatistics } from './use-career.ts';
import styles from './statistics.module.css';

/** Names that are told in the head. */
const MOST_NAMES = 3;

export function PlayerPage({ id }: { readonly id: string }) {
  const { at, filter } = useStatistics();
  const says = useWords().statistics;
  const now = useNow();
  const answer = useCareer('career.player', { filter, id });
  const { data } = answer;
  const [dialog, setDialog] = useState<'identity' | 'compare' | null>(null);
  useCommands([
    {
      id: 'statistics.compare',
      title: says.commands.compare,
      icon: 'git-compare-arrows',
      run: () => setDialog('compare'),
      when: () => data !== null,
    },
  ]);
  const name = data?.person.player.name ?? '';
  const exported = useMemo(
    () =>
      data === null
        ? null
        : {
            name,
            tables: () => [
              figureTable(says.player.everything, data.all),
              ...data.tables.map((table) => exportTables(table)),
              matchTable(says.player.recent, says.matches, data.matches),
            ],
            json: () => data,
          },
    [data, name, says],
  );
  return (
    <>
      <PageHead
        title={data === null ? says.board.player : name}
        took={answer.took}
        exported={exported}
        {...(data === null
          ? {}
          : {
              plate: <Rank player={data} />,
              about: aboutOf(data, says.player, now),
            })}
      >
        <Filters />
        <Button icon="user" disabled={data === null} onClick={() => setDialog('identity')}>
          {says.identity.open}
        </Button>
        <Button icon="git-compare-arrows" disabled={data === null} onClick={() => setDialog('compare')}>
          {says.player.compare}
        </Button>
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && <Body player={data} />}
      {dialog === 'identity' && data !== null && <IdentityDialog person={data.person} onClose={() => setDialog(null)} />}
      {dialog === 'compare' && (
        <PlayerPicker
          without={[id]}
          onClose={() => setDialog(null)}
          onPick={(other) => go({ place: 'statistics', at: { ...at, page: { view: 'compare', ids: [id, other] } } })}
        />
      )}
    </>
  );
}

function Body({ player }: { readonly player: CareerPlayer }) {
  const says = useWords().statistics;
  const { person, figures, all, trend, tables, bodies, histograms, achievements, matches } = player;
  const [first, second, ...more] = tables;
  const best = tables.find(({ id }) => id === 'map')?.rows[0]?.link;
  return (
    <div className={styles.scroll} data-testid="player">
      <Figures label={says.player.figures} figures={headline(figures, says.player.against)} />
      <div className={styles.playerGrid}>
        <TrendPanel trend={trend} area="trend" />
        <PlanPanel player={person.player.id} firstMap={best?.id} area="plan" />
        {first !== undefined && <TablePanel table={first} area="first" />}
        {bodies.length > 0 && <BodyPanel bodies={bodies} area="body" />}
        {second !== undefined && <TablePanel table={second} area="second" />}
      </div>
      <div className={styles.moreGrid}>
        {more.map((table) => (
          <TablePanel key={table.id} table={table} />
        ))}
        {histograms.map((histogram) => (
          <HistogramPanel key={histogram.id} histogram={histogram} />
        ))}
        {achievements.length > 0 && <Achievements achievements={achievements} />}
      </div>
      <Panel title={says.player.recent}>
        <MatchTable label={says.player.recent} matches={matches} />
      </Panel>
      <AllNumbers figures={all} />
    </div>
  );
}

function Rank({ player: { rank } }: { readonly player: CareerPlayer }) {
  const says = useWords().statistics.player;
  if (rank === null) return null;
  return (
    <span className={styles.plate} title={rank.stat.label}>
      {says.rank(says.ordinal(rank.rank), formatCount(rank.total))}
    </span>
  );
}

type Says = ReturnType<typeof useWords>['statistics']['player'];

/** "Also seen as Wolfr4m and [82nd] Wolfram. First seen 4 Feb, last match today 18:12" */
function aboutOf({ person }: CareerPlayer, says: Says, now: number): string {
  const others = person.names.map(({ name }) => name).filter((name) => name !== person.player.name);
  const shown = others.slice(0, MOST_NAMES);
  const more = others.length - shown.length;
  const listed = [...shown, ...(more > 0 ? [says.more(formatCount(more))] : [])];
  const joined = listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')} ${says.and} ${listed.at(-1)}`;
  const seen = says.seen(formatWhen(person.firstSeen, now), formatWhen(person.lastSeen, now));
  return joined === '' ? seen : `${says.also(joined)}. ${seen}`;
}
