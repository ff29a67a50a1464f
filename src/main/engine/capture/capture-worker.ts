/** The thread of one capture. */
import { ADAPTERS } from '../games/registry.ts';
import { runCaptureJob } from './capture-job.ts';

await runCaptureJob(ADAPTERS);
