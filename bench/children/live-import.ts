/** The thread of an import, which knows the made-up live game too. */
import { fakeLiveAdapter } from '../../src/main/engine/capture/fake-live.ts';
import { ADAPTERS } from '../../src/main/engine/games/registry.ts';
import { runImportJob } from '../../src/main/engine/import/import-job.ts';

await runImportJob([...ADAPTERS, fakeLiveAdapter]);
