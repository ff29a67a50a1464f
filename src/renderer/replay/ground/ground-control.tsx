/** What belongs to the ground at the stage's corners: the button and command that open its dialog, and what the legend says. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useCommands } from '../../app/commands.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.ts';
import type { Playback } from '../playback/types.ts';
import { GroundDialog, type GroundDialogProps } from './ground-dialog.tsx';
import { reliefWords } from './ground-words.ts';
import type { WorldGround } from './world-ground.ts';
import styles from './ground.module.css';

export interface GroundControlProps {
  readonly ground: WorldGround;
  readonly playback: Playback;
  readonly focus: GroundDialogProps['focus'];
}

export function GroundControl({ ground, playback, focus }: GroundControlProps) {
  const says = useWords().ground;
  const [open, setOpen] = useState(false);
  useCommands([{ id: 'stage.ground', title: says.command, icon: 'map', run: () => setOpen(true) }]);
  return (
    <>
      <Button kind="plain" size="small" icon="map" aria-label={says.button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span className={styles.word}>{says.button}</span>
      </Button>
      {open && <GroundDialog ground={ground} playback={playback} focus={focus} onClose={() => setOpen(false)} />}
    </>
  );
}

/** `contours`: metres between the lines that are drawn, 0 for none. */
export function GroundLegend({ ground, contours }: { readonly ground: WorldGround; readonly contours: number }) {
  const heights = useStore(ground.store, (state) => state.heights);
  const words = reliefWords(contours, heights, useWords().ground);
  return words === '' ? null : <span>{words}</span>;
}
