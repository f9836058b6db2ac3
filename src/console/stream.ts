/** The event stream of the chat page (server-sent events): everybody connected sees what is shown, late-comers catch up. */
import type { Shown } from './shown.ts';

/** What a connection that broke may still have missed. */
const mostKept = 500;
/** Proxies cut connections on which nothing is heard. */
const beatMs = 25_000;
/** A reader this far behind is gone or too slow; it comes back by itself and catches up. */
const mostUnread = 1000;

export interface ConsoleStream {
  publish(shown: Shown): void;
  /** @param after the id of the last event seen, to catch up from; @param wanted which events this connection may see */
  open(after: number | undefined, wanted: (shown: Shown) => boolean): Response;
  readonly listeners: number;
  close(): void;
}

export function createConsoleStream(): ConsoleStream {
  const kept: { id: number; shown: Shown }[] = [];
  const readers = new Set<{ send(id: number, shown: Shown): void; end(): void }>();
  let last = 0;
  let closed = false;

  return {
    get listeners() {
      return readers.size;
    },
    publish(shown) {
      last += 1;
      // Whoever comes back asks for the ledger anyway.
      if (shown.type !== 'ledger') kept.push({ id: last, shown });
      if (kept.length > mostKept) kept.shift();
      for (const reader of readers) reader.send(last, shown);
    },
    open(after, wanted) {
      // Over a connection still open a page could come back to a server that is ending.
      if (closed) return new Response(null, { status: 503 });
      const encoder = new TextEncoder();
      let beat: ReturnType<typeof setInterval> | undefined;
      let leave = () => {};
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const write = (text: string) => {
              if ((controller.desiredSize ?? 0) < -mostUnread) reader.end();
              else controller.enqueue(encoder.encode(text));
            };
            const reader = {
              send(id: number, shown: Shown) {
                if (wanted(shown)) write(`id: ${id}\ndata: ${JSON.stringify(shown)}\n\n`);
              },
              end() {
                leave();
                controller.close();
              },
            };
            leave = () => {
              readers.delete(reader);
              clearInterval(beat);
            };
            write('retry: 2000\n\n');
            if (after !== undefined) for (const one of kept) if (one.id > after) reader.send(one.id, one.shown);
            readers.add(reader);
            beat = setInterval(() => write(': still here\n\n'), beatMs);
          },
          cancel: () => leave(),
        },
        new CountQueuingStrategy({ highWaterMark: 16 }),
      );
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      });
    },
    close() {
      closed = true;
      for (const reader of readers) reader.end();
    },
  };
}
