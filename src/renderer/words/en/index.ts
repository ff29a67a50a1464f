/** English, which is complete and gives the catalogue its shape: a file for each place in the app. What holds a value is a function of it. */
import { app } from './app.ts';

export const en = { app };
