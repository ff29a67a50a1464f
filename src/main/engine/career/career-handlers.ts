/** The API's methods of career statistics: answered by the library's reader, which is told what the game's numbers mean. */
import type { CareerGame, CareerResults } from '../../../shared/career.ts';
import type { Params } from '../../../shared/engine-api.ts';
import { RefusedInput, type GameAdapter } from '../game-adapter.ts';
import type { Library } from '../library/library.ts';
import { MissingError, type ApiHandlers } from '../transport/connection.ts';
import type { CareerModel } from './model.ts';

export type CareerMethod = Extract<keyof ApiHandlers, `career.${string}`>;
/** Those that the reader answers, of one game each. */
export type CareerRead = Exclude<CareerMethod, 'career.games' | 'career.merge' | 'career.split' | 'career.claim'>;
/** What the reader is asked. */
export type CareerQuestion = { readonly [M in CareerRead]: { readonly method: M; readonly params: Params<M> } }[CareerRead];

export function careerHandlers(library: Library, adapters: readonly GameAdapter[]): Pick<ApiHandlers, CareerMethod> {
  const models = new Map(adapters.flatMap(({ id, career }) => (career === undefined ? [] : [[id, career.model] as const])));
  const modelOf = (game: string): CareerModel => {
    const model = models.get(game);
    if (model === undefined) throw new MissingError('There are no statistics of people for this game.');
    return model;
  };
  const ask = async <M extends CareerRead>(game: string, method: M, params: Params<M>): Promise<CareerResults[M]> => {
    const answer = await library.read('career', { model: modelOf(game), question: { method, params } as CareerQuestion });
    if (answer === null) throw new MissingError('There is nothing of the kind in the statistics.');
    return answer as CareerResults[M];
  };
  return {
    'career.games': async () => {
      const games: CareerGame[] = [];
      for (const model of models.values()) games.push(await library.read('careerGame', { model }));
      return games;
    },
    'career.leaderboard': (params) => ask(params.filter.game, 'career.leaderboard', params),
    'career.player': (params) => ask(params.filter.game, 'career.player', params),
    'career.matches': (params) => ask(params.filter.game, 'career.matches', params),
    'career.match': async (params) => {
      const session = await library.read('session', params);
      if (session === null) throw new MissingError('There is no such session, or it is not complete.');
      return await ask(session.row.game, 'career.match', params);
    },
    'career.servers': (params) => ask(params.filter.game, 'career.servers', params),
    'career.server': (params) => ask(params.filter.game, 'career.server', params),
    'career.overview': (params) => ask(params.filter.game, 'career.overview', params),
    'career.table': (params) => ask(params.filter.game, 'career.table', params),
    'career.compare': (params) => ask(params.filter.game, 'career.compare', params),
    'career.query': (params) => ask(params.filter.game, 'career.query', params),
    'career.heat': (params) => ask(params.filter.game, 'career.heat', params),
    'career.search': (params) => ask(params.game, 'career.search', params),
    'career.merge': async ({ game, into, from }) => {
      await library.write('mergePeople', { game, into, from });
      return null;
    },
    'career.split': async ({ game, alias }) => {
      await library.write('splitPerson', { game, alias });
      return null;
    },
    'career.claim': async ({ game, player }) => {
      const { claim } = modelOf(game);
      if (claim === undefined) throw new RefusedInput('This game has no chat in which an identity could be claimed.');
      const { code, expiresAt } = await library.write('claimPlayer', { game, player, prefix: claim.prefix });
      return { code, expiresAt: new Date(expiresAt).toISOString(), message: claim.message.replace('{code}', code) };
    },
  };
}
