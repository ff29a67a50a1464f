/** Records every match that games on this machine or network play, by polling the API that they offer. */
import { z } from 'zod';
import type { CaptureContext, CaptureSource } from '../../../capture/capture-source.ts';
import { RefusedInput } from '../../../game-adapter.ts';
import { type GamePhase, GamePoller } from './game-poller.ts';
import { parseHosts } from './hosts.ts';

const settings = z.object({
  hosts: z
    .string()
    .max(1000, 'The list of addresses is too long.')
    .default('127.0.0.1:6721')
    .transform((text, context) => {
      try {
        return parseHosts(text);
      } catch (error) {
        if (!(error instanceof RefusedInput)) throw error;
        context.addIssue(error.message);
        return z.NEVER;
      }
    }),
  hz: z
    .number('Write how many frames a second.')
    .min(1, 'At least one frame a second.')
    .max(120, 'At most 120 frames a second.')
    .default(30),
  bones: z.boolean().default(true),
});

export const apiCapture: CaptureSource<z.infer<typeof settings>> = { id: 'echovr-api', settings, run };

const WORDS: Readonly<Record<GamePhase, string>> = {
  off: 'is not running',
  lobby: 'is in a lobby, which cannot be recorded',
  'no-session': 'is between matches',
  disabled: 'has API access switched off; switch it on in the settings of the game',
  broken: 'gives answers that cannot be read',
  recording: 'is being recorded',
};
/** Most telling first. */
const ORDER: readonly GamePhase[] = ['recording', 'disabled', 'broken', 'no-session', 'lobby', 'off'];

async function run({ hosts, hz, bones }: z.infer<typeof settings>, context: CaptureContext): Promise<void> {
  const pollers = hosts.map((host) => new GamePoller({ host, periodMs: 1000 / hz, bones }, context, () => tell()));
  const tell = (): void => {
    const first = ORDER.find((phase) => pollers.some((poller) => poller.phase === phase)) ?? 'off';
    const there = pollers.filter((poller) => poller.phase === first).map(({ address }) => address);
    context.state({
      phase: first === 'recording' ? 'recording' : first === 'disabled' || first === 'broken' ? 'trouble' : 'waiting',
      message: `The game at ${there.join(', ')} ${WORDS[first]}.`,
    });
  };
  tell();
  await Promise.all(pollers.map(async (poller) => await poller.run()));
}
