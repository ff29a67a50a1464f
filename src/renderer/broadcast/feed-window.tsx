/** A window that is a clean feed, and nothing else of the app. */
import { lazy, Suspense } from 'react';
import type { EngineConnection } from '../engine/connection.ts';
import { EngineContext } from '../engine/engine-context.tsx';

const FeedPage = lazy(async () => ({ default: (await import('./feed-page.tsx')).FeedPage }));

export function FeedWindow({ connection, sessionId }: { readonly connection: EngineConnection; readonly sessionId: string }) {
  return (
    <EngineContext value={connection}>
      <Suspense fallback={null}>
        <FeedPage sessionId={sessionId} />
      </Suspense>
    </EngineContext>
  );
}
