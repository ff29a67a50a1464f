/** The engine's answers about what people added to sessions. */
import type { Library } from '../library/library.ts';
import { MissingError, type ApiHandlers } from '../transport/connection.ts';

type AnnotationHandlers = Pick<ApiHandlers, 'annotations.list' | 'annotations.put' | 'annotations.remove'>;

export function annotationHandlers(library: Library): AnnotationHandlers {
  return {
    'annotations.list': async ({ session }) => {
      const { tags, notes, annotations } = found(await library.read('notes', { id: session }));
      return { tags, notes, annotations };
    },
    'annotations.put': async ({ session, annotations }) => {
      found((await library.write('putAnnotations', { id: session, annotations })) || null);
      library.announceAnnotations([session]);
      return null;
    },
    'annotations.remove': async ({ session, ids }) => {
      const removed = found(await library.write('removeAnnotations', { id: session, ids }));
      library.announceAnnotations(removed.length > 0 ? [session] : []);
      return removed;
    },
  };
}

function found<T>(value: T | null): T {
  if (value === null) throw new MissingError('There is no such session, or it is not complete.');
  return value;
}
