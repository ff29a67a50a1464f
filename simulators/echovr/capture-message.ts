/** A frame as a message of .nevrcap (family V4), written by hand so that it owes nothing to the reader. */
import { type ApiFrame, type ApiPlayer, clockDisplay, engineValue as value, type Part, teamStats } from './api-frame.ts';
import type { Stats } from './player.ts';
import type { Vector } from './vector.ts';

/** Protobuf wire format into a growing buffer; zero, false and "" are left out, as proto3 does. */
class Wire {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #length = 0;

  take(): Buffer<ArrayBuffer> {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return bytes;
  }

  int(field: number, number: number): void {
    if (number === 0) return;
    this.#tag(field, 0);
    this.#varint(BigInt.asUintN(64, BigInt(number)));
  }

  long(field: number, digits: string): void {
    this.#tag(field, 0);
    this.#varint(BigInt(digits));
  }

  bool(field: number, flag: boolean): void {
    this.int(field, flag ? 1 : 0);
  }

  double(field: number, number: number): void {
    if (number === 0) return;
    this.#tag(field, 1);
    this.#room(8);
    this.#length = this.#bytes.writeDoubleLE(number, this.#length);
  }

  text(field: number, text: string): void {
    if (text === '') return;
    this.#tag(field, 2);
    const bytes = Buffer.from(text);
    this.#varint(BigInt(bytes.length));
    this.#room(bytes.length);
    this.#length += bytes.copy(this.#bytes, this.#length);
  }

  doubles(field: number, numbers: readonly number[]): void {
    this.#tag(field, 2);
    this.#varint(BigInt(numbers.length * 8));
    this.#room(numbers.length * 8);
    for (const number of numbers) this.#length = this.#bytes.writeDoubleLE(number, this.#length);
  }

  floats(field: number, numbers: readonly number[]): void {
    this.#tag(field, 2);
    this.#varint(BigInt(numbers.length * 4));
    this.#room(numbers.length * 4);
    for (const number of numbers) this.#length = this.#bytes.writeFloatLE(number, this.#length);
  }

  message(field: number, write: () => void): void {
    this.#tag(field, 2);
    const start = this.#length;
    write();
    const size = this.#length - start;
    // The length is known only now: its bytes go in before the message.
    const before: number[] = [];
    for (let left = size; ; left >>>= 7) {
      before.push(left > 127 ? (left & 127) | 128 : left);
      if (left <= 127) break;
    }
    this.#room(before.length);
    this.#bytes.copyWithin(start + before.length, start, this.#length);
    this.#bytes.set(before, start);
    this.#length += before.length;
  }

  #tag(field: number, type: number): void {
    this.#varint(BigInt(field * 8 + type));
  }

  #varint(number: bigint): void {
    this.#room(10);
    let left = number;
    if (left <= 0x7fffffffn) {
      let small = Number(left);
      while (small > 127) {
        this.#bytes[this.#length++] = (small & 127) | 128;
        small >>>= 7;
      }
      this.#bytes[this.#length++] = small;
      return;
    }
    while (left > 127n) {
      this.#bytes[this.#length++] = Number(left & 127n) | 128;
      left >>= 7n;
    }
    this.#bytes[this.#length++] = Number(left);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2 + bytes);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

const wire = new Wire();
const values = (a: Vector): number[] => a.map(value);

function timestamp(field: number, ms: number): void {
  wire.message(field, () => {
    wire.int(1, Math.floor(ms / 1000));
    wire.int(2, (ms % 1000) * 1e6);
  });
}

function delimited(message: Buffer): Buffer {
  const before: number[] = [];
  for (let left = message.length; ; left >>>= 7) {
    before.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return Buffer.concat([Buffer.from(before), message]);
}

/** The capture's header, with its length before it. */
export function headerMessage(captureId: string, stamp: number): Buffer {
  wire.text(1, captureId);
  timestamp(2, stamp);
  wire.message(3, () => {
    wire.text(1, 'format');
    wire.text(2, 'nevrcap');
  });
  return delimited(wire.take());
}

function part(field: number, of: Part, positionField: number): void {
  wire.message(field, () => {
    wire.doubles(positionField, values(of.position));
    wire.doubles(3, values(of.forward));
    wire.doubles(4, values(of.left));
    wire.doubles(5, values(of.up));
  });
}

function stats(field: number, of: Stats): void {
  wire.message(field, () => {
    wire.double(1, value(of.possession_time));
    wire.int(2, of.points);
    wire.int(3, of.saves);
    wire.int(4, of.goals);
    wire.int(5, of.stuns);
    wire.int(6, of.passes);
    wire.int(7, of.catches);
    wire.int(8, of.steals);
    wire.int(9, of.blocks);
    wire.int(10, of.interceptions);
    wire.int(11, of.assists);
    wire.int(12, of.shots_taken);
  });
}

function player(p: ApiPlayer): void {
  wire.message(1, () => {
    part(5, p.head, 2);
    part(6, p.body, 2);
    wire.long(7, p.userid);
    wire.text(8, p.name);
    wire.int(9, p.slot);
    wire.int(10, p.number);
    wire.int(11, p.level);
    wire.int(12, p.ping);
    wire.double(13, value(p.packetLoss));
    wire.bool(14, p.stunned);
    wire.bool(15, p.invulnerable);
    wire.text(16, p.holdingLeft);
    wire.text(17, p.holdingRight);
    wire.bool(18, p.blocking);
    wire.bool(19, p.emote);
    wire.bool(20, p.possession);
    part(21, p.lhand, 1);
    part(22, p.rhand, 1);
    wire.doubles(23, values(p.velocity));
    stats(24, p.stats);
  });
}

function session(f: ApiFrame): void {
  wire.text(2, f.sessionId);
  wire.text(3, clockDisplay(f.clock));
  wire.text(4, f.status);
  wire.text(5, '127.0.0.1');
  wire.text(6, 'Echo_Arena_Private');
  wire.text(7, 'mpl_arena_a');
  wire.message(8, () => {
    wire.doubles(1, values(f.disc.position));
    wire.doubles(2, values(f.disc.forward));
    wire.doubles(3, values(f.disc.left));
    wire.doubles(4, values(f.disc.up));
    wire.doubles(5, values(f.disc.velocity));
    wire.int(6, f.disc.bounces);
  });
  wire.int(11, f.roundScores[0]);
  wire.int(12, f.points[1]);
  wire.bool(14, true);
  wire.int(17, f.roundScores[1]);
  wire.int(18, f.rounds);
  wire.int(19, f.points[0]);
  wire.message(20, () => {
    wire.double(1, value(f.lastThrow.arm));
    wire.double(2, value(f.lastThrow.total));
    wire.double(5, value(f.lastThrow.spin));
    wire.double(7, value(f.lastThrow.arm));
    wire.double(8, value(f.lastThrow.total - f.lastThrow.arm));
  });
  wire.message(21, () => {
    wire.doubles(1, values(f.camera.left));
    wire.doubles(2, values(f.camera.position));
    wire.doubles(3, values(f.camera.forward));
    wire.doubles(4, values(f.camera.up));
  });
  wire.message(22, () => {
    wire.text(1, f.pause.state);
    wire.text(2, f.pause.unpausedTeam);
    wire.text(3, f.pause.requestedTeam);
    wire.double(4, value(f.pause.unpausedTimer));
    wire.double(5, value(f.pause.pausedTimer));
  });
  wire.text(28, '[INVALID]');
  wire.text(30, f.clientName);
  wire.message(31, () => {
    wire.double(1, value(f.lastScore.disc_speed));
    wire.text(2, f.lastScore.team);
    wire.text(3, f.lastScore.goal_type);
    wire.int(4, f.lastScore.point_amount);
    wire.double(5, value(f.lastScore.distance_thrown));
    wire.text(6, f.lastScore.person_scored);
    wire.text(7, f.lastScore.assist_scored);
  });
  for (const team of f.teams) {
    wire.message(32, () => {
      for (const p of team.players) player(p);
      wire.text(2, team.name);
      wire.bool(3, team.possession);
      stats(4, teamStats(team));
    });
  }
  wire.double(39, value(f.clock));
}

/** A frame, with its length before it. */
export function frameMessage(f: ApiFrame, index: number, stamp: number): Buffer {
  wire.int(1, index);
  timestamp(2, stamp);
  wire.message(4, () => session(f));
  if (f.bones.length > 0) {
    wire.message(5, () => {
      for (const bones of f.bones) {
        wire.message(1, () => {
          wire.floats(1, bones.positions.map(value));
          wire.int(2, bones.slot);
          wire.floats(3, bones.orientations.map(value));
        });
      }
    });
  }
  return delimited(wire.take());
}
