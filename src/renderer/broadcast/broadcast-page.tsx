/** Broadcast: switches the listener for overlays, lists their addresses with a preview, says who watches, and opens the clean feed. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { OVERLAYS, overlayPart, type BroadcastState, type OverlayKind } from '../../shared/broadcast.ts';
import { appStore } from '../app/app-store.ts';
import { sentenceOf } from '../engine/api-error.ts';
import { useNow } from '../library/use-now.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { formatCount, formatWhen } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { notify } from '../ui/notices.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useWords, words } from '../words/words.ts';
import { overlayAddress, useBroadcasts, useBroadcastState } from './broadcasts.ts';
import { openFeed } from './open-feed.ts';
import { Overlay } from './overlays/overlays.tsx';
import styles from './broadcast.module.css';

export function BroadcastPage() {
  const says = useWords().broadcast.page;
  const state = useBroadcastState((told) => told.state);
  return (
    <div className={styles.page}>
      <h1>{useWords().app.places.broadcast}</h1>
      <section className={styles.section}>
        <h2>{says.overlays}</h2>
        <p className={styles.about}>{says.about}</p>
        {state !== null && (
          <>
            <Listener state={state} />
            {state.address !== null && (
              <>
                <ul className={styles.list} aria-label={says.overlays}>
                  {OVERLAYS.map((kind) => (
                    <OverlayRow key={kind} kind={kind} state={state} />
                  ))}
                </ul>
                <Preview />
                <Addresses state={state} />
              </>
            )}
          </>
        )}
      </section>
      <section className={styles.section}>
        <h2>{says.feedTitle}</h2>
        <p className={styles.about}>{says.feedAbout}</p>
        <Feeds />
      </section>
    </div>
  );
}

/** Each open replay may have a feed of its own. */
function Feeds() {
  const says = useWords().broadcast;
  const tabs = useStore(appStore, (state) => state.tabs);
  if (tabs.length === 0) return <p className={styles.about}>{says.page.feedNone}</p>;
  return (
    <div className={styles.buttons}>
      {tabs.map(({ sessionId, title }) => (
        <Button key={sessionId} kind="outline" icon="monitor" onClick={() => openFeed(sessionId)}>
          {says.feed.title(title === '' ? sessionId.slice(0, 8) : title)}
        </Button>
      ))}
    </div>
  );
}

function Listener({ state }: { readonly state: BroadcastState }) {
  const says = useWords().broadcast.page;
  const broadcasts = useBroadcasts();
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const port = typed ?? String(state.port);
  const wanted = Number(port);
  const isPort = /^\d+$/.test(port) && wanted > 0 && wanted <= 65_535;
  const set = async (on: boolean, to: number): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await broadcasts.set(on, to);
      setTyped(null);
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  const { address, trouble, freePort } = state;
  return (
    <>
      <div className={styles.listener}>
        <Switch label={says.on} on={state.on} disabled={busy || !isPort} onChange={(on) => void set(on, wanted)} />
        <div className={styles.what}>
          <span className={styles.name}>{says.on}</span>
          <span className={styles.about} role="status">
            {address === null ? says.off : says.at(address)}
          </span>
        </div>
        <TextField
          label={says.port}
          value={port}
          inputMode="numeric"
          maxLength={5}
          className={styles.port ?? ''}
          end={<span className={styles.unit}>{says.port}</span>}
          onText={setTyped}
        />
        {state.on && typed !== null && isPort && wanted !== state.port && (
          <Button kind="primary" disabled={busy} onClick={() => void set(true, wanted)}>
            {says.savePort}
          </Button>
        )}
      </div>
      {(failure ?? trouble) !== null && (
        <p className={styles.failure} role="alert">
          <Icon name="triangle-alert" size={14} />
          {failure ?? trouble}
          {failure === null && freePort !== null && freePort > 0 && (
            <Button size="small" kind="outline" disabled={busy} onClick={() => void set(true, freePort)}>
              {says.use(String(freePort))}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function OverlayRow({ kind, state }: { readonly kind: OverlayKind; readonly state: BroadcastState }) {
  const says = useWords().broadcast.page;
  const address = overlayAddress(state, kind);
  const watching = state.watching[kind];
  const name = says.kinds[kind];
  return (
    <li className={styles.row} data-testid={`overlay-${kind}`}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.about}>{says.kindsAbout[kind]}</span>
      </div>
      <code className={styles.address}>{address === null ? '' : address.replace(/key=(.{4}).*/, 'key=$1…')}</code>
      <span className={styles.watching} data-some={watching > 0}>
        <Icon name={watching > 0 ? 'eye' : 'eye-off'} size={14} />
        {watching > 0 ? says.watching(formatCount(watching)) : says.nobody}
      </span>
      <IconButton
        icon="copy"
        size="small"
        iconSize={14}
        label={says.copy(name)}
        disabled={address === null}
        onClick={() => address !== null && void copyAddress(address, name)}
      />
    </li>
  );
}

async function copyAddress(address: string, name: string): Promise<void> {
  const says = words().broadcast.page;
  await navigator.clipboard.writeText(address).then(
    () => notify({ text: says.copied(name) }),
    () => notify({ text: says.notCopied, failed: true }),
  );
}

/** All of them on one picture, a third as large. */
function Preview() {
  const says = useWords().broadcast.page;
  const shown = useBroadcastState((told) => told.shown);
  const plan = useBroadcastState((told) => told.plan);
  const broadcasts = useBroadcasts();
  const clear = (): void => void broadcasts.clear().catch((error: unknown) => notify({ text: sentenceOf(error), failed: true }));
  return (
    <figure className={styles.preview} aria-label={says.preview} data-testid="overlay-preview">
      {shown !== null && (
        <figcaption className={styles.onAir}>
          <span>{says.stays(shown.session.title)}</span>
          <Button size="small" kind="outline" onClick={clear}>
            {says.clear}
          </Button>
        </figcaption>
      )}
      <div className={styles.screen}>
        {shown === null ? (
          <p>{says.nothing}</p>
        ) : (
          OVERLAYS.map((kind) => (
            <div key={kind} className={styles.layer}>
              <Overlay kind={kind} part={overlayPart(shown, kind)} plan={plan} />
            </div>
          ))
        )}
      </div>
    </figure>
  );
}

function Addresses({ state }: { readonly state: BroadcastState }) {
  const says = useWords().broadcast.page;
  const broadcasts = useBroadcasts();
  const change = async (what: 'renew' | 'revoke'): Promise<void> => {
    try {
      await broadcasts[what]();
      notify({ text: what === 'renew' ? says.renewedNotice : says.revokedNotice });
    } catch (error) {
      notify({ text: sentenceOf(error), failed: true });
    }
  };
  const { token, madeAt } = state;
  const now = useNow();
  return (
    <div className={styles.addresses}>
      <div className={styles.what}>
        <span className={styles.name}>{says.addresses}</span>
        <span className={styles.about}>
          {madeAt === null ? says.revoked : token === null ? says.hidden(formatWhen(madeAt, now)) : says.addressesAbout}
        </span>
      </div>
      <Button kind="outline" icon="refresh-cw" onClick={() => void change('renew')}>
        {says.renew}
      </Button>
      <Button kind="plain" disabled={madeAt === null} onClick={() => void change('revoke')}>
        {says.revoke}
      </Button>
    </div>
  );
}
