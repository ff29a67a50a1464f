/** The thread of the made-up capture. */
import { runCaptureJob } from './capture-job.ts';
import { fakeLiveAdapter } from './fake-live.ts';

await runCaptureJob([fakeLiveAdapter]);
