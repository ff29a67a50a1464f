/** The page of an overlay in a streaming program: listens to the engine, and shows its part of what is on air. It comes back by itself when the engine does. */
import '../app/zod-without-eval.ts';
import '../ui/base.css';
import './overlay.css';
import { createRoot } from 'react-dom/client';
import { OVERLAYS, type MapPlan, type OverlayKind, type OverlayMessage, type OverlayParts } from '../../shared/broadcast.ts';
import { Overlay } from './overlays/overlays.tsx';

/** Before it tries again, ms. */
const AGAIN_MS = 2000;

const root = createRoot(document.querySelector('#root') ?? document.body);
const kind = OVERLAYS.find((one) => location.pathname.endsWith(`/${one}`));
let plan: MapPlan | null = null;
let part: OverlayParts[OverlayKind] | null = null;

if (kind !== undefined) listen(kind);

function listen(kind: OverlayKind): void {
  const address = new URL(`${location.pathname}/live${location.search}`, location.href);
  address.protocol = 'ws:';
  const socket = new WebSocket(address);
  socket.addEventListener('message', ({ data }) => {
    // From the server that the page came from, in the words that both share.
    const message = JSON.parse(String(data)) as OverlayMessage;
    if (message.kind === 'plan') plan = message.plan;
    else part = message.part;
    show(kind);
  });
  socket.addEventListener('close', ({ code }) => {
    part = null;
    show(kind);
    setTimeout(() => listen(kind), code === 1008 ? AGAIN_MS * 5 : AGAIN_MS);
  });
}

function show(kind: OverlayKind): void {
  document.body.dataset['onAir'] = String(part !== null);
  root.render(part === null ? null : <Overlay kind={kind} part={part} plan={plan} />);
}
