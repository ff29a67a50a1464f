/** The thread of one import of the made-up game. */
import { fakeAdapter } from './fake-adapter.ts';
import { runImportJob } from './import-job.ts';

await runImportJob([fakeAdapter]);
