/** The tools of the telestrator: what is drawn, in which colour, how long it is seen. */
import type { RefObject } from 'react';
import { useStore } from 'zustand';
import { ANNOTATION_COLOURS } from '../../../shared/annotations.ts';
import { useCommands } from '../../app/commands.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { useWords } from '../../words/words.ts';
import { useReplay } from '../replay-context.tsx';
import { alphaAt } from '../stage/drawing-layer.ts';
import { annotationColour } from './colours.ts';
import type { DrawTool } from './desk.ts';
import type { Drawer } from './drawer.ts';
import styles from './notes.module.css';

const TOOLS: readonly { readonly tool: DrawTool; readonly icon: string }[] = [
  { tool: 'arrow', icon: 'move-up-right' },
  { tool: 'circle', icon: 'circle' },
  { tool: 'zone', icon: 'hexagon' },
  { tool: 'freehand', icon: 'pencil' },
  { tool: 'eraser', icon: 'eraser' },
];
const SECONDS = [3, 6, 10, 30] as const;

export function DrawBar({ drawer }: { readonly drawer: RefObject<Drawer | null> }) {
  const { playback, annotations } = useReplay();
  const { desk, store } = annotations;
  const says = useWords().notes;
  const tool = useStore(desk, (state) => state.tool);
  const colour = useStore(desk, (state) => state.colour);
  const seconds = useStore(desk, (state) => state.seconds);
  const leave = (): void => desk.setState({ tool: null });
  const clear = (): void => {
    const ids = store
      .getState()
      .drawing.filter((drawing) => alphaAt(drawing, playback.clock.t) > 0)
      .map(({ id }) => id);
    void annotations.remove(ids, says.said.cleared(says.drawings(ids.length, formatCount(ids.length))));
  };
  useCommands([
    {
      id: 'notes.stopDrawing',
      title: says.commands.stopDrawing,
      icon: 'x',
      keys: 'Escape',
      run: () => drawer.current?.cancel() !== true && leave(),
    },
    {
      id: 'notes.closeZone',
      title: says.draw.closeZone,
      icon: 'hexagon',
      keys: 'Enter',
      run: () => drawer.current?.close(),
      when: () => desk.getState().draft?.shape === 'zone',
    },
    ...TOOLS.map(({ tool: id, icon }) => ({
      id: `notes.tool.${id}`,
      title: says.draw.take(id === 'eraser' ? says.draw.eraser : says.shapes[id]),
      icon,
      run: () => desk.setState({ tool: id }),
    })),
  ]);
  const hint = tool === 'zone' || tool === 'eraser' ? says.draw.hint[tool] : says.draw.hint.drag;
  return (
    <>
      <div className={styles.drawBar} role="toolbar" aria-label={says.draw.bar}>
        {TOOLS.map(({ tool: id, icon }) => (
          <IconButton
            key={id}
            icon={icon}
            label={id === 'eraser' ? says.draw.eraser : says.shapes[id]}
            aria-pressed={tool === id}
            onClick={() => {
              drawer.current?.cancel();
              desk.setState({ tool: id });
            }}
          />
        ))}
        <IconButton icon="trash-2" label={says.draw.clear} onClick={clear} />
        <Swatches chosen={colour} onChoose={(next) => desk.setState({ colour: next })} />
        <IconButton icon="x" label={says.draw.close} keys="Esc" onClick={leave} />
        <div className={styles.seen}>
          <Select
            label={says.draw.seen}
            value={String(seconds)}
            options={[
              ...SECONDS.map((value) => ({ id: String(value), label: says.draw.seconds(String(value)) })),
              { id: 'null', label: says.draw.stays },
            ]}
            onChoose={(id) => desk.setState({ seconds: id === 'null' ? null : Number(id) })}
          />
        </div>
      </div>
      <p className={styles.hint} role="status">
        {hint}
      </p>
    </>
  );
}

interface SwatchesProps {
  readonly chosen: (typeof ANNOTATION_COLOURS)[number];
  readonly onChoose: (colour: (typeof ANNOTATION_COLOURS)[number]) => void;
}

export function Swatches({ chosen, onChoose }: SwatchesProps) {
  const says = useWords().notes;
  return ANNOTATION_COLOURS.map((colour) => (
    <button
      key={colour}
      type="button"
      className={styles.swatch}
      aria-pressed={chosen === colour}
      aria-label={says.colours[colour]}
      title={says.colours[colour]}
      onClick={() => onChoose(colour)}
    >
      <span style={{ background: annotationColour(colour) }} />
    </button>
  ));
}
