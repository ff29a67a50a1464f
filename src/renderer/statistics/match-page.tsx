/** One match: who played how, what happened when, who met whom, with what and where; and the way to its replay. */
import { useMemo } from 'react';
import type { CareerMatch } from '../../shared/career.ts';
import { PROFILES } from '../../shared/games/profiles.ts';
import { openReplay } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { resultColour } from '../library/session-words.ts';
import { useNow } from '../library/use-now.ts';
import { Button } from '../ui/button.tsx';
import { formatClock, formatCount, formatWhen } from '../ui/format.ts';
import { teamVariable } from '../ui/team-colours.ts';
import { useWords } from '../words/words.ts';
import { exportTables } from './export-tables.ts';
import { MatchTimeline } from './match-timeline.tsx';
import { PageHead } from './page-head.tsx';
import { Panel } from './panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { StatTable } from './stat-table.tsx';
import { AnswerState } from './states.tsx';
import { hrefTo } from './statistics-route.ts';
import { TablePanel } from './table-panel.tsx';
import { useCareer, useStatistics } from './use-career.ts';
import { Versus } from './versus.tsx';
import styles from './statistics.module.css';

export function MatchPage({ id }: { readonly id: string }) {
  const { game } = useStatistics();
  const says = useWords().statistics;
  const now = useNow();
  const answer = useCareer('career.match', { id });
  const { data } = answer;
  const row = data?.row;
  const watch = (): void => {
    if (row !== undefined) openReplay(id, { title: row.title, game: game.game });
  };
  useCommands([
    { id: 'statistics.watch', title: says.commands.watch, icon: 'play', keys: 'Enter', run: watch, when: () => row !== undefined },
  ]);
  const exported = useMemo(() => (data === null ? null : exportOf(data, says)), [data, says]);
  const colour = row === undefined ? undefined : resultColour({ game: game.game, result: row.result });
  return (
    <>
      <PageHead
        title={row?.title ?? says.matches.match}
        took={answer.took}
        exported={exported}
        {...(row === undefined
          ? {}
          : {
              plate: row.live ? (
                <span className={styles.plate} data-live="true">
                  {says.match.live}
                </span>
              ) : row.result === null ? null : (
                <span className={styles.plate} style={colour === undefined ? undefined : { color: colour }}>
                  {row.result}
                </span>
              ),
              about: [
                row.map.label,
                ...(row.server === null ? [] : [row.server.label]),
                formatWhen(row.startedAt, now),
                says.match.length(formatClock(row.durationMs)),
                says.players(row.players, formatCount(row.players)),
              ].join(', '),
            })}
      >
        <Button kind="primary" icon="play" disabled={row === undefined} onClick={watch}>
          {row?.live === true ? says.match.watchNow : says.match.watch}
        </Button>
      </PageHead>
      <AnswerState answer={answer} />
      {data !== null && <Body match={data} id={id} />}
    </>
  );
}

function Body({ match, id }: { readonly match: CareerMatch; readonly id: string }) {
  const says = useWords().statistics.match;
  const { row, tables, versus, scoreboard } = match;
  return (
    <div className={styles.scroll} data-testid="match">
      {!row.live && <MatchTimeline session={id} />}
      <div className={styles.matchGrid}>
        <Panel title={says.scoreboard} area="score">
          <Scoreboard match={match} />
        </Panel>
        <PlanPanel session={{ id, map: row.map.id, title: row.title }} area="plan" />
      </div>
      <div className={styles.moreGrid}>
        <Panel title={says.versus} about={says.versusAbout(versus.stat.label)}>
          <Versus people={scoreboard.map(({ player }) => player)} counts={versus.counts} />
        </Panel>
        {tables.map((table) => (
          <TablePanel key={table.id} table={table} />
        ))}
      </div>
    </div>
  );
}

/** Those of a team stand together, the team that has more of the first number first. */
function Scoreboard({ match: { columns, scoreboard } }: { readonly match: CareerMatch }) {
  const { at, game } = useStatistics();
  const says = useWords().statistics;
  const profile = PROFILES[game.game];
  const teams = useMemo(() => {
    const total = (rows: CareerMatch['scoreboard']): number => rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
    return [...Map.groupBy(scoreboard, ({ team }) => team)].toSorted(([, a], [, b]) => total(b) - total(a));
  }, [scoreboard]);
  return teams.map(([team, rows]) => {
    const of = profile?.teams.find(({ id }) => id === team);
    const name = of?.label ?? team ?? says.match.noTeam;
    const colour = teamVariable(of?.colour ?? 'none');
    return (
      <div key={team} className={styles.team}>
        <h3 style={{ color: colour }}>{name}</h3>
        <StatTable
          label={`${says.match.scoreboard}, ${name}`}
          rowLabel={says.board.player}
          columns={columns}
          rows={rows.map(({ player, entity, values }) => ({
            key: String(entity),
            label: player.name,
            ...(player.bot ? { note: says.board.bot } : {}),
            href: hrefTo(at, { view: 'player', id: player.id }, player.bot ? { bots: true } : {}),
            values,
          }))}
        />
      </div>
    );
  });
}

function exportOf(match: CareerMatch, says: ReturnType<typeof useWords>['statistics']) {
  return {
    name: match.row.title,
    tables: () => [
      {
        title: says.match.scoreboard,
        rowLabels: [says.board.player],
        columns: match.columns,
        rows: match.scoreboard.map(({ player, values }) => ({ labels: [player.name], values })),
      },
      ...match.tables.map((table) => exportTables(table)),
    ],
    json: () => match,
  };
}
