/** What OCAP wrote comes back value for value, apart from what docs/FORMATS.md lists; states and events of every kind of session survive the way through a file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bulkCommands } from '../../../../../../simulators/arma/bulk-commands.ts';
import { MemorySource } from '../../../byte-source.ts';
import { eventLines } from '../../../export/event-lines.ts';
import { GzipWriter } from '../../../export/gzip-writer.ts';
import { statesAt } from '../../../export/state-lines.ts';
import { MemorySession } from '../../../memory-session.ts';
import { readRecording } from '../../../read-recording.ts';
import { SessionWriter } from '../../../session-writer.ts';
import { zstd } from '../../../zstd.ts';
import { armaAdapter } from '../adapter.ts';
import { writeOcap } from './write.ts';

const FOLDER = join(import.meta.dirname, '../../../../../../../shared/data/arma');
const here = existsSync(FOLDER);
if (!here) console.warn(`Skipped: round trips of real recordings, value for value (no ${FOLDER}).`);
const files = here ? readdirSync(FOLDER).filter((name) => /^(mission|synthetic_v5).*\.json(\.gz)?$/.test(name)) : [];
const streams = here ? readdirSync(FOLDER).filter((name) => /\.jsonl$/.test(name)) : [];
