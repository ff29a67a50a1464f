/** The thread of an import, which knows the made-up live game too. */
import { beGentle } from '../../src/main/engine/import/gentle.ts';

beGentle();
const [{ fakeLiveAdapter }, { ADAPTERS }, { runImportJob }] = await Promise.all([
  import('../../src/main/engine/capture/fake-live.ts'),
  import('../../src/main/engine/games/registry.ts'),
  import('../../src/main/engine/import/import-job.ts'),
]);
await runImportJob([...ADAPTERS, fakeLiveAdapter]);
