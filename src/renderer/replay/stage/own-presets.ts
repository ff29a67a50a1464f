/** Which cameras of the profile are offered beside the modes that every replay has: in the menu on the stage and as commands. */
import type { CameraPreset } from '../../../shared/games/profile.ts';

/** Presets that are more than one of the modes, which are always there. */
export function ownPresets(presets: readonly CameraPreset[]): readonly CameraPreset[] {
  return presets.filter((preset) => {
    if (preset.mode === 'follow') return preset.follow !== 'player';
    return preset.mode === 'fixed' || preset.mode === 'rail' || preset.mode === 'eyes' || preset.mode === 'shoulder';
  });
}
