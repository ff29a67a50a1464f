/** Statistics: what is counted of people over all sessions of a game. Its pages, the game that they are about, and what all of them share. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CareerGame } from '../../shared/career.ts';
import { go } from '../app/app-store.ts';
import { useCommands } from '../app/commands.ts';
import { useConnection, useEngine, useEngineState } from '../engine/engine-context.tsx';
import { gameName } from '../library/session-words.ts';
import { useNow } from '../library/use-now.ts';
import { Menu } from '../ui/menu.tsx';
import { useWords } from '../words/words.ts';
import { ComparePage } from './compare-page.tsx';
import { DimensionPage } from './dimension-page.tsx';
import { LeaderboardPage } from './leaderboard-page.tsx';
import { MatchPage } from './match-page.tsx';
import { MatchesPage } from './matches-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { PlayerPage } from './player-page.tsx';
import { ServerPage } from './server-page.tsx';
import { ServersPage } from './servers-page.tsx';
import { AnswerState, NoStatistics } from './states.tsx';
import { hrefTo, type StatisticsPage as Page, type StatisticsPlace } from './statistics-route.ts';
import { useAnswer } from './use-answer.ts';
import { careerFilter, clearFilter, StatisticsContext, type StatisticsView } from './use-career.ts';
import styles from './statistics.module.css';

/** Changes come in bursts, ms. */
const SETTLE = 300;
/** While sessions wait to be counted, ms. */
const LOOK = 700;
/** Dimensions that are pages already, or charts. */
const SHOWN_ELSEWHERE: readonly string[] = ['player', 'server', 'day'];

export function StatisticsPage({ at }: { readonly at: StatisticsPlace }) {
  const { statistics: says, library } = useWords();
  const connection = useConnection();
  const engine = useEngineState();
  const games = useGames();
  // Nothing is asked while there is nobody to ask.
  const stopped =
    engine.state === 'stopped'
      ? { failure: library.list.stopped(engine.reason), isWaiting: false, again: () => void connection.start() }
      : null;
  const counted = games.data?.filter(({ sessions, pending }) => sessions + pending > 0) ?? [];
  const game = counted.find(({ game }) => game === at.game) ?? counted[0];
  useCommands([{ id: 'statistics.clear', title: says.commands.clear, icon: 'x', run: () => clearFilter(at) }]);
  return (
    <div className={styles.page}>
      <Head at={at} games={counted} game={game} />
      {games.data === null ? (
        <AnswerState answer={stopped ?? games} />
      ) : game === undefined ? (
        <NoStatistics />
      ) : (
        <Place at={at} game={game} again={games.again} />
      )}
    </div>
  );
}

function Place({ at, game, again }: { readonly at: StatisticsPlace; readonly game: CareerGame; readonly again: () => void }) {
  const now = useNow();
  const [turn, setTurn] = useState(0);
  const refresh = useCallback(() => {
    setTurn((before) => before + 1);
    again();
  }, [again]);
  const view = useMemo((): StatisticsView => {
    const { sessions, people, pending, from, to } = game;
    const version = [sessions, people, pending, from, to, turn].join(' ');
    return { at, game, filter: careerFilter(game.game, at.filter, now), version, refresh };
  }, [at, game, now, turn, refresh]);
  return (
    <StatisticsContext value={view}>
      <Shown page={at.page} />
    </StatisticsContext>
  );
}

/** Another person, match or server is another page: nothing of the one before stays. */
function Shown({ page }: { readonly page: Page }) {
  switch (page.view) {
    case 'overview':
      return <OverviewPage />;
    case 'matches':
      return <MatchesPage />;
    case 'servers':
      return <ServersPage />;
    case 'player':
      return <PlayerPage key={page.id} id={page.id} />;
    case 'match':
      return <MatchPage key={page.id} id={page.id} />;
    case 'server':
      return <ServerPage key={page.id} id={page.id} />;
    case 'table':
      return <DimensionPage key={page.id} id={page.id} />;
    case 'compare':
      return <ComparePage ids={page.ids} />;
    default:
      return <LeaderboardPage />;
  }
}

interface HeadProps {
  readonly at: StatisticsPlace;
  readonly games: readonly CareerGame[];
  readonly game: CareerGame | undefined;
}

function Head({ at, games, game }: HeadProps) {
  const says = useWords().statistics;
  const tabs: readonly { readonly page: Page; readonly label: string }[] = [
    { page: { view: 'players' }, label: says.views.players },
    { page: { view: 'overview' }, label: says.views.overview },
    { page: { view: 'matches' }, label: says.views.matches },
    { page: { view: 'servers' }, label: says.views.servers },
    ...(game?.dimensions ?? [])
      .filter(({ id }) => !SHOWN_ELSEWHERE.includes(id))
      .map(({ id, plural }) => ({ page: { view: 'table' as const, id }, label: plural })),
  ];
  return (
    <nav className={styles.tabs} aria-label={says.pages}>
      {tabs.map(({ page, label }) => (
        <a key={label} className={styles.tab} href={hrefTo(at, page)} aria-current={belongs(at.page, page) ? 'page' : undefined}>
          {label}
        </a>
      ))}
      <span className={styles.spring} />
      {games.length > 1 && game !== undefined && (
        <Menu
          label={gameName(game.game)}
          name={says.game}
          kind="plain"
          align="end"
          items={games.map(({ game: id }) => ({
            id,
            label: gameName(id),
            checked: id === game.game,
            run: () => go({ place: 'statistics', at: { ...at, game: id, page: { view: 'players' } } }),
          }))}
        />
      )}
    </nav>
  );
}

/** A player's page lies below the players. */
function belongs(page: Page, tab: Page): boolean {
  if (page.view === 'table') return tab.view === 'table' && tab.id === page.id;
  const above = { player: 'players', compare: 'players', match: 'matches', server: 'servers' } as const;
  return tab.view === (page.view in above ? above[page.view as keyof typeof above] : page.view);
}

/** Known anew whenever the library changed, and while something waits to be counted. */
function useGames() {
  const client = useEngine();
  const engine = useEngineState().state;
  const ask = useCallback(() => client.call('career.games', {}), [client]);
  const games = useAnswer(ask);
  const { again } = games;
  const [changes, setChanges] = useState(0);
  const waits = games.data?.some(({ pending }) => pending > 0) ?? false;
  useEffect(() => {
    if (engine !== 'ready') return undefined;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = (): void => {
      timer ??= setTimeout(() => {
        timer = null;
        setChanges((before) => before + 1);
      }, SETTLE);
    };
    client.stream('library.follow', {}, later, abort.signal).catch(() => undefined); // ends with the connection, and begins again with it
    return () => {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
    };
  }, [client, engine]);
  useEffect(() => {
    if (changes > 0) again();
  }, [changes, again]);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(again, LOOK);
    return () => clearInterval(timer);
  }, [waits, again]);
  return games;
}
