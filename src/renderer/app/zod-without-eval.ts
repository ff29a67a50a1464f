/** Must be imported before any schema is made: zod would otherwise try whether it may build code at run time, which the page's security policy reports. */
import { z } from 'zod';

z.config({ jitless: true });
