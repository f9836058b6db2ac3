/** The long connection's side of the fake Feishu: its endpoint, its frames in pieces, its acknowledgements. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import protobuf from 'protobufjs';
import { type WebSocket, WebSocketServer } from 'ws';

const proto = `syntax = "proto2"; package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
  repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
  optional bytes payload = 8; optional string LogIDNew = 9;
}`;
const Frame = protobuf.parse(proto, { keepCase: true }).root.lookupType('pbbp2.Frame');

interface Header {
  readonly key: string;
  readonly value: string;
}

export interface FakeSocket {
  /** What the endpoint answers: 0, or 1 busy, 514 wrong secret, 1000040343 internal, 1000040350 too many. */
  code: number;
  /** Pings are answered no more, as on a line that died without a word. */
  deaf: boolean;
  /** Into how many pieces an event is cut; they arrive in another order. */
  pieces: number;
  /** Which of several connections gets the next event. */
  pick: (connections: number) => number;
  /** How often a connection was asked for. */
  asked: number;
  connections(): number;
  pings(): number;
  endpoint(port: number, right: boolean): object;
  attach(server: Server): void;
  /** @returns the acknowledged code and the callback's answer; 0 where none came within three seconds */
  deliver(payload: object): Promise<{ status: number; body: unknown }>;
  /** Every line is cut. */
  cut(): void;
  close(): void;
}

const ackMs = 3000;

export function fakeSocket(): FakeSocket {
  const server = new WebSocketServer({ noServer: true });
  const waiting = new Map<string, (ack: { status: number; body: unknown }) => void>();
  const seconds = { PingInterval: 1, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 };
  let serial = 0;
  let pings = 0;

  server.on('connection', (socket: WebSocket) => {
    socket.on('message', (bytes: Buffer) => {
      const frame = Frame.decode(bytes) as unknown as { method: number; headers: Header[]; payload?: Uint8Array };
      const type = frame.headers.find((one) => one.key === 'type')?.value;
      if (type === 'ping') {
        pings += 1;
        if (!fake.deaf) socket.send(framed(0, [{ key: 'type', value: 'pong' }], Buffer.from(JSON.stringify(seconds))));
        return;
      }
      const id = frame.headers.find((one) => one.key === 'message_id')?.value ?? '';
      const ack = JSON.parse(Buffer.from(frame.payload ?? []).toString('utf8')) as { code: number; data?: string };
      const body = ack.data ? JSON.parse(Buffer.from(ack.data, 'base64').toString('utf8')) : {};
      waiting.get(id)?.({ status: ack.code, body });
      waiting.delete(id);
    });
  });

  const fake: FakeSocket = {
    code: 0,
    deaf: false,
    pieces: 1,
    pick: (connections) => Math.floor(Math.random() * connections),
    asked: 0,
    connections: () => server.clients.size,
    pings: () => pings,
    endpoint(port, right) {
      fake.asked += 1;
      const code = right ? fake.code : 514;
      // Even an error comes with its data: without, the SDK breaks.
      if (code !== 0) return { code, msg: 'refused', data: {} };
      const data = { URL: `ws://127.0.0.1:${port}/x?device_id=1&service_id=7`, ClientConfig: seconds };
      return { code: 0, msg: '', data };
    },
    attach(http) {
      http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
      });
    },
    deliver(payload) {
      const clients = [...server.clients];
      const client = clients[fake.pick(clients.length)];
      if (!client) return Promise.resolve({ status: 0, body: 'nobody is connected' });
      const id = `ws-${++serial}`;
      const bytes = Buffer.from(JSON.stringify(payload));
      const acked = new Promise<{ status: number; body: unknown }>((resolve) => {
        const timer = setTimeout(() => resolve({ status: 0, body: 'no acknowledgement' }), ackMs);
        waiting.set(id, (ack) => {
          clearTimeout(timer);
          resolve(ack);
        });
      });
      const size = Math.ceil(bytes.length / fake.pieces);
      const parts = Array.from({ length: fake.pieces }, (_, seq) => ({
        seq,
        bytes: bytes.subarray(seq * size, (seq + 1) * size),
      }));
      for (const part of parts.reverse()) {
        const headers = {
          type: 'event',
          message_id: id,
          sum: String(fake.pieces),
          seq: String(part.seq),
          trace_id: id,
        };
        client.send(
          framed(
            1,
            Object.entries(headers).map(([key, value]) => ({ key, value })),
            part.bytes,
          ),
        );
      }
      return acked;
    },
    cut() {
      for (const client of server.clients) client.terminate();
    },
    close() {
      fake.cut();
      server.close();
    },
  };
  return fake;
}

function framed(method: number, headers: readonly Header[], payload: Uint8Array): Uint8Array {
  return Frame.encode({ SeqID: 1, LogID: 1, service: 7, method, headers, payload }).finish();
}
