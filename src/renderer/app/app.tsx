/** The whole window: providers around the shell, and the place that the route names. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useMemo } from 'react';
import { BroadcastsContext, createBroadcasts } from '../broadcast/broadcasts.ts';
import { CapturesContext, createCaptures } from '../capture/captures.ts';
import { ConversionsContext, createConversions } from '../convert/conversions.ts';
import type { EngineConnection } from '../engine/connection.ts';
import { EngineContext } from '../engine/engine-context.tsx';
import { createImports, ImportsContext } from '../library/imports.ts';
import { createPictures, PicturesContext } from '../library/pictures.ts';
import { Notices } from '../ui/notices.tsx';
import { desktop } from './desktop.ts';
import { Shell } from './shell.tsx';

export function App({ connection }: { readonly connection: EngineConnection }) {
  const imports = useMemo(() => createImports(connection.client, desktop), [connection]);
  const conversions = useMemo(() => createConversions(connection.client, desktop, imports), [connection, imports]);
  const captures = useMemo(() => createCaptures(connection), [connection]);
  useEffect(() => captures.follow(), [captures]);
  const broadcasts = useMemo(() => createBroadcasts(connection), [connection]);
  useEffect(() => broadcasts.follow(), [broadcasts]);
  const pictures = useMemo(() => createPictures(connection.client), [connection]);
  // Files from the command line, an association or a second start are wanted on screen.
  useEffect(() => desktop?.onOpen((handles) => imports.addHandles(handles, { openWhenDone: handles.length === 1 })), [imports]);
  return (
    <CSPProvider disableStyleElements>
      <EngineContext value={connection}>
        <ImportsContext value={imports}>
          <ConversionsContext value={conversions}>
            <CapturesContext value={captures}>
              <BroadcastsContext value={broadcasts}>
                <PicturesContext value={pictures}>
                  <Tooltip.Provider delay={500}>
                    <Shell />
                    <Notices />
                  </Tooltip.Provider>
                </PicturesContext>
              </BroadcastsContext>
            </CapturesContext>
          </ConversionsContext>
        </ImportsContext>
      </EngineContext>
    </CSPProvider>
  );
}
