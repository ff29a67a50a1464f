/** The thread of the made-up capture. */
import { runCaptureJob } from '../../src/main/engine/capture/capture-job.ts';
import { fakeLiveAdapter } from '../../src/main/engine/capture/fake-live.ts';

await runCaptureJob([fakeLiveAdapter]);
