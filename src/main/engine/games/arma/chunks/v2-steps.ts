/** What a manifest of version 2 says, as steps that tell it to a mission in order of frames. */
import { BadCommand } from '../recorder/arguments.ts';
import type { MarkerState } from '../recorder/drawings.ts';
import { kill, weaponText } from '../recorder/fights.ts';
import type { Parts } from '../recorder/parts.ts';
import { sayTime } from '../recorder/server-commands.ts';
import { isTooDeep } from '../recorder/sqf.ts';
import type { chunks2 } from './chunk-messages.js';
import { decimal } from './decimal.ts';
import { SIDES } from './v1-tuples.ts';

export interface Step {
  /** As the recording counts them, from 1. */
  readonly frame: number;
  /** Throws BadCommand when it cannot be. */
  tell(parts: Parts): void;
}

const SECTORS: readonly string[] = ['captured', 'contested'];

/** Ascending by frame; at one frame everybody before what happens. */
export function stepsOf(manifest: chunks2.Manifest): readonly Step[] {
  const { soldiers, vehicles, events, markers, times } = manifest;
  const steps: Step[] = [
    ...(vehicles as chunks2.Vehicle[]).map(vehicleStep),
    ...(soldiers as chunks2.Soldier[]).map(soldierStep),
    ...(soldiers as chunks2.Soldier[]).flatMap(shotSteps),
    ...(markers as chunks2.Marker[]).flatMap(markerSteps),
    ...(times as chunks2.Time[]).map(timeStep),
    ...(events as chunks2.Event[]).flatMap(eventSteps),
  ];
  return steps.toSorted((a, b) => a.frame - b.frame);
}

function soldierStep({ id, name, side, group, role, startFrame: frame, isPlayer, className, playerUid }: chunks2.Soldier): Step {
  const soldier = { frame, id, name, group, side: SIDES[side] ?? '', isPlayer, role, className, displayName: '', playerUid, squad: null };
  return { frame, tell: ({ units }) => units.create(soldier) };
}

function vehicleStep({ id, name, kind, className, startFrame: frame, customization }: chunks2.Vehicle): Step {
  const vehicle = { frame, id, kind, displayName: name, className, customization: customization === '' ? null : customization, side: '' };
  return { frame, tell: ({ vehicles }) => vehicles.create(vehicle) };
}

function shotSteps({ id, shots }: chunks2.Soldier): Step[] {
  return (shots as chunks2.Shot[]).map(({ frame: named, end, weapon: arm, magazine }) => ({
    frame: named,
    tell: ({ mission }) => {
      const actor = mission.member(id).id;
      const frame = mission.frame(named);
      const weapon = weaponText('', arm, magazine);
      const shot = { t: mission.time(frame), type: 'shot', nativeType: 'framesFired', actor, frame } as const;
      mission.sink.event({ ...shot, ...(weapon === '' ? {} : { weapon }), targetPosition: pointOf(end) });
    },
  }));
}

function pointOf(point: chunks2.IPoint | null | undefined): readonly number[] {
  return [decimal(point?.x ?? 0), decimal(point?.y ?? 0), decimal(point?.z ?? 0)];
}

/** Numbers its markers, for they have no names here. */
function markerSteps(marker: chunks2.Marker, index: number): Step[] {
  const name = `${index}`;
  const [first, ...later] = marker.states as chunks2.MarkerState[];
  if (first === undefined) return [];
  const { type, text, startFrame, endFrame, player: owner, color, side, shape, brush } = marker;
  const [width, height] = marker.size.map(decimal);
  const create: Step = {
    frame: startFrame,
    tell: ({ drawings }) =>
      drawings.create({
        frame: startFrame,
        name,
        type,
        text,
        owner,
        color,
        size: width === undefined ? [1, 1] : [width, height ?? width],
        side: SIDES[side] ?? '',
        shape: shape || 'ICON',
        brush: brush || 'Solid',
        state: markerState(first),
      }),
  };
  const changes = later.map((state): Step => ({
    frame: Math.max(state.frame, startFrame),
    tell: ({ drawings }) => drawings.change(name, Math.max(state.frame, startFrame), markerState(state)),
  }));
  const end: Step[] = endFrame === 0 ? [] : [{ frame: endFrame, tell: ({ drawings }) => drawings.remove(name, endFrame) }];
  return [create, ...changes, ...end];
}

function markerState({ position, direction, alpha, line }: chunks2.MarkerState): MarkerState {
  const corners: number[][] = [];
  for (let i = 0; i + 1 < line.length; i += 2) corners.push([decimal(line[i] ?? 0), decimal(line[i + 1] ?? 0)]);
  return { place: corners.length > 1 ? corners : pointOf(position), direction: decimal(direction), alpha: decimal(alpha) };
}

function timeStep({ frame, systemTimeUtc: systemTimeUTC, date, timeMultiplier, time }: chunks2.Time): Step {
  const reading = { frame, systemTimeUTC, date, timeMultiplier: timeMultiplier === 0 ? 1 : decimal(timeMultiplier), time: decimal(time) };
  return { frame, tell: (parts) => sayTime(parts, reading) };
}

function eventSteps(event: chunks2.Event): Step[] {
  const { frame } = event;
  const tell = (type: string, ...rest: readonly unknown[]): Step => ({
    frame,
    tell: ({ mission }) => mission.tell(mission.frame(frame), type, rest),
  });
  if (event.kill) return [fightStep('killed', frame, event.kill)];
  if (event.hit) return [fightStep('hit', frame, event.hit)];
  if (event.general) return [generalStep(frame, event.general)];
  if (event.connect) return [tell(event.connect.isConnect === true ? 'connected' : 'disconnected', event.connect.name ?? '')];
  if (event.endMission) return [tell('endMission', [event.endMission.side ?? '', event.endMission.message ?? ''])];
  if (event.ace3Unconscious)
    return [tell('ace3_unconscious', event.ace3Unconscious.soldier ?? 0, event.ace3Unconscious.isUnconscious ?? false)];
  if (event.ace3Death) return [deathStep(frame, event.ace3Death)];
  if (event.chat) return [chatStep(frame, event.chat)];
  if (event.radio) {
    const { soldier, radio, type, phase, channel, isAdditional, frequency } = event.radio;
    return [
      tell('radio', soldier || -1, radio ?? '', type ?? '', phase ?? '', channel ?? 0, isAdditional ?? false, decimal(frequency ?? 0), ''),
    ];
  }
  if (event.telemetry) {
    const rates = [decimal(event.telemetry.fps ?? 0), decimal(event.telemetry.leastFps ?? 0)];
    return [{ frame, tell: ({ mission }) => mission.note(mission.live.fps, mission.frame(frame), rates) }];
  }
  return [];
}

function fightStep(type: 'killed' | 'hit', frame: number, fight: chunks2.IFight): Step {
  const victim = (fight.victimIsVehicle === true ? fight.victimVehicle : fight.victimSoldier) ?? 0;
  const weapon = fight.text || weaponText('', fight.weapon ?? '', fight.magazine ?? '');
  // Who shoots from a vehicle is named beside it. Nobody has the number 0 here, as the first unit has; but no weapon.
  const by = fight.bySoldier || (fight.byIsVehicle === true ? (fight.byVehicle ?? 0) : 0);
  const killer = by === 0 && fight.byIsVehicle !== true && weapon === '' ? -1 : by;
  return {
    frame,
    tell: (parts) => {
      kill(parts.mission, type, { frame, victim, killer, weapon, distance: decimal(fight.distance ?? 0) });
      if (type === 'killed') parts.killed.set(victim, frame);
    },
  };
}

function deathStep(frame: number, { soldier, reason, source, hasSource }: chunks2.IDeath): Step {
  return {
    frame,
    tell: ({ mission, killed }) => {
      const isTold = killed.get(soldier ?? 0) === frame;
      mission.tell(mission.frame(frame), 'ace3_death', [
        soldier ?? 0,
        reason ?? '',
        hasSource === true ? (source ?? 0) : -1,
        ...(isTold ? [true] : []),
      ]);
    },
  };
}

/** 0 is the first unit when it is called as the sender is, else nobody. */
function chatStep(frame: number, { soldier, channel, from, message, playerUid }: chunks2.IChat): Step {
  return {
    frame,
    tell: ({ mission }) => {
      const sender = soldier || (mission.members.get(0)?.name === from ? 0 : -1);
      mission.tell(mission.frame(frame), 'chat', [sender, channel ?? '', from ?? '', '', message ?? '', playerUid ?? '']);
    },
  };
}

function generalStep(frame: number, { name, message, objectType, unitName, side }: chunks2.IGeneral): Step {
  const type = name ?? '';
  const text = message ?? '';
  const sector = [objectType ?? '', unitName ?? '', side ?? ''];
  const isSector = SECTORS.includes(type) && sector.some((word) => word !== '');
  return {
    frame,
    tell: ({ mission }) => {
      if (type === '') throw new BadCommand('an event has no name');
      mission.tell(mission.frame(frame), type, [isSector ? sector : parsed(text)]);
    },
  };
}

/** A message that is a list or an object is one. */
function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || isTooDeep(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
