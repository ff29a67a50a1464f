/** The API's methods of what goes on air. */
import type { ApiHandlers } from '../transport/connection.ts';
import type { Broadcast } from './broadcast.ts';

type BroadcastMethod = Extract<keyof ApiHandlers, `broadcast.${string}`>;

export function broadcastHandlers(broadcast: Broadcast): Pick<ApiHandlers, BroadcastMethod> {
  return {
    'broadcast.follow': async (_params, context) => {
      await broadcast.follow(context);
      return null;
    },
    'broadcast.set': ({ on, port }) => broadcast.set(on, port),
    'broadcast.renew': () => broadcast.renew(),
    'broadcast.revoke': () => broadcast.revoke(),
    'broadcast.publish': ({ shown, plan }) => {
      broadcast.publish(shown, plan);
      return Promise.resolve(null);
    },
  };
}
