/** A command log with one of everything: each event, each shape, brush and sign of markers, each thing that a state can say. For tests. */
import { line, missionArgs } from '../src/main/engine/games/arma/recorder/drive.ts';

export const BRUSHES = [
  'Solid',
  'SolidFull',
  'Horizontal',
  'Vertical',
  'Grid',
  'FDiagonal',
  'BDiagonal',
  'DiagGrid',
  'Cross',
  'Border',
  'SolidBorder',
] as const;

/** Names of icons with the sign that each is drawn as. */
export const ICONS = {
  mil_dot: 'dot',
  mil_circle: 'circle',
  mil_box: 'square',
  mil_objective: 'objective',
  mil_flag: 'flag',
  mil_arrow: 'arrow',
  mil_start: 'start',
  mil_end: 'end',
  mil_unknown: 'unknown',
  mil_pickup: 'pickup',
  mil_join: 'join',
  mil_ambush: 'ambush',
  mil_warning: 'warning',
  mil_destroy: 'destroy',
  hd_objective: 'objective',
  b_inf: 'infantry',
  o_mech_inf: 'mechanised',
  n_motor_inf: 'motorised',
  b_armor: 'armour',
  b_recon: 'reconnaissance',
  o_air: 'helicopter',
  o_plane: 'plane',
  b_uav: 'drone',
  c_unknown: 'unknown',
  b_med: 'medical',
  o_art: 'artillery',
  o_mortar: 'mortar',
  b_hq: 'headquarters',
  b_support: 'support',
  b_maint: 'maintenance',
  n_naval: 'naval',
  o_antiair: 'air-defence',
  u_installation: 'installation',
} as const;

/** Magazine icons of what flies, with their signs. */
export const FLYING = {
  gear_smokegrenade_white_ca: 'smoke',
  gear_m67_ca: 'grenade',
  gear_ugl_shell_ca: 'shell',
  gear_flare_white_ca: 'flare',
  gear_rpg32_rocket_ca: 'rocket',
  gear_bomb_ca: 'shell',
} as const;

export const MISSION = 'One of everything';
export const END_FRAME = 200;

type Say = (name: string, ...args: readonly unknown[]) => void;

export function everythingLog(): string {
  const lines: string[] = [];
  const say: Say = (name, ...args) => void lines.push(line('json', name, ...args));
  say(':SYS:INIT:');
  say(':STORAGE:INIT:');
  say(':MISSION:START:', ...missionArgs({ missionName: MISSION, briefingName: MISSION, captureDelay: 1 }));
  people(say);
  markers(say);
  for (let frame = 1; frame <= END_FRAME; frame++) {
    walk(say, frame);
    if (frame % 10 === 0) measured(say, frame);
    happen(say, frame);
  }
  say(':MISSION:SAVE:');
  return `${lines.join('\n')}\n`;
}

function people(say: Say): void {
  say(':SOLDIER:CREATE:', 1, 0, 'Anna', 'Alpha 1-1', '<WEST>', 1, 'Leader@Alpha', 'B_Soldier_F', 'Rifleman', '76561190000000000', '[]');
  say(':SOLDIER:CREATE:', 1, 1, 'Bert', 'Alpha 1-1', '<WEST>', 1, 'Medic@Alpha', 'B_Soldier_F', 'Rifleman', '76561190000000001', '[]');
  say(':SOLDIER:CREATE:', 1, 2, 'Cyril', 'Delta 1-1', '<EAST>', 0, 'MG', 'O_Soldier_F', 'Rifleman', '', '[]');
  say(':VEHICLE:CREATE:', 1, 3, 'tank', 'Slammer', 'B_MBT_01_F', '[]', '<WEST>');
  say(':EVENT:GENERAL:', 1, 'connected', 'Anna', '{}');
}

function walk(say: Say, frame: number): void {
  const soldier = (id: number, name: string, east: number, inside: boolean, stance: string, side: string, group: string): void =>
    say(
      ':SOLDIER:STATE:',
      id,
      [3000 + east, 3000 + frame, 5],
      90,
      frame > 150 && id === 2 ? 0 : frame > 120 && id === 2 ? 2 : 1,
      inside ? 1 : 0,
      name,
      id < 2 ? 1 : 0,
      id === 1 ? 'Medic' : 'Leader',
      frame,
      id !== 0,
      false,
      '3,1,0,0,2,9',
      inside ? 'gunner' : '',
      inside ? 3 : -1,
      stance,
      group,
      side,
    );
  soldier(0, 'Anna', 0, false, frame > 20 ? 'CROUCH' : 'STAND', 'WEST', 'Alpha 1-1');
  soldier(1, 'Bert', 20, frame > 30, 'STAND', 'WEST', 'Alpha 1-1');
  soldier(2, 'Cyril', 300, false, 'PRONE', 'EAST', 'Delta 1-1');
  const crew = frame > 30 ? [1] : [];
  say(':VEHICLE:STATE:', 3, [3020, 3000 + frame, 5], 90, 1, crew, frame, 0.75, 0.2, true, false, '<WEST>', [1, 0, 0], [0, 0, 1], 30, 5);
}

function measured(say: Say, frame: number): void {
  const none = [0, 0, 0, 0, 0, 0];
  const sides = [
    [[10, 9, 1, 2, 0, 0], none],
    [[20, 18, 2, 3, 1, 0], none],
    [none, none],
    [none, none],
  ];
  const weather = [0, 0.3, 0, 0, 0.1, 90, 0.2, 0.1, 0, 0.5, 0.5, 1];
  say(':TELEMETRY:FRAME:', frame, [40 + frame / 100, 31], sides, [27, 3, 5, 1, 0, 2, 0, 2], [3, 1, 0, 2, 14], weather, []);
  say(
    ':TIME:STATE:',
    frame,
    `2026-03-07T18:${String(Math.floor(frame / 60)).padStart(2, '0')}:00.000`,
    '2035-06-24T05:32:00',
    4,
    frame * 4,
  );
}

function markers(say: Say): void {
  let n = 0;
  const create = (
    type: string,
    text: string,
    place: unknown,
    shape: string,
    brush: string,
    side: string | number,
    size: readonly number[],
  ): void => say(':MARKER:CREATE:', `m${n++}`, 30, type, text, 1, -1, -1, 'ColorBlue', size, side, place, shape, 1, brush);
  for (const [i, brush] of BRUSHES.entries()) {
    create('Empty', '', [2400 + i * 120, 3400, 0], 'ELLIPSE', brush, -1, [50, 30]);
    create('Empty', `Zone ${brush}`, [2400 + i * 120, 3550, 0], 'RECTANGLE', brush, -1, [50, 30]);
  }
  for (const [i, icon] of Object.keys(ICONS).entries())
    create(
      icon,
      icon,
      [2400 + (i % 11) * 120, 2800 - Math.floor(i / 11) * 90, 0],
      'ICON',
      'Solid',
      ['WEST', 'EAST', -1][i % 3] ?? -1,
      [1, 1],
    );
  create(
    '',
    'Phase line',
    [
      [2400, 2900],
      [3000, 2950],
      [3600, 2900],
    ],
    'POLYLINE',
    'Solid',
    'WEST',
    [1, 1],
  );
  say(':MARKER:CREATE:', 'changing', 0, 'mil_dot', 'Before', 1, -1, 0, 'ColorRed', [1, 1], -1, [3100, 3100, 0], 'ICON', 1, 'Solid');
  say(':PLACED:CREATE:', 2, 900, 'APERSMine', 'APERS Mine', '3200,3200,5', 0, 'WEST', 'Put', 'mine_ca.paa');
}

/** What happens at a frame. */
function happen(say: Say, frame: number): void {
  const general = (type: string, message: unknown, more: unknown = {}): void =>
    say(':EVENT:GENERAL:', frame, type, typeof message === 'string' ? message : JSON.stringify(message), JSON.stringify(more));
  switch (frame) {
    case 10:
      return general('generalEvent', 'Recording started.');
    case 12:
      return general('respawnTickets', [-1, 20, 25, -1]);
    case 14:
      return general('counterInit', ['Points', 'WEST', 0]);
    case 40:
      return general('counterSet', ['Points', 'WEST', 3]);
    case 42:
      return say(':EVENT:SECTOR:', frame, 'captured', 'sector', 'Anvil', 'WEST', 3000, 3000, 0);
    case 44:
      return say(':EVENT:SECTOR:', frame, 'contested', 'sector', 'Anvil', 'EAST', 3000, 3000, 0);
    case 46:
      return general('terminalHackStarted', ['Anna', 'blufor', 'opfor', 'T1', [3210, 3160], 60]);
    case 48:
      return general('terminalHackCanceled', ['Anna', 'blufor', 'opfor', 'T1', 0]);
    case 50:
      return general('capturedFlag', ['Anna', 'blufor', 'opfor', [3000, 3000]]);
    case 52:
      return say(':EVENT:CHAT:', frame, 0, 1, 'Anna (WEST)', 'Anna', 'Moving up', '76561190000000000');
    case 54:
      return say(':EVENT:CHAT:', frame, 1, 3, 'Bert (WEST)', 'Bert', 'Right behind you', '76561190000000001');
    case 56:
      return say(':EVENT:RADIO:', frame, 0, 'TFAR_anprc152_1', 'SW', 'Start', 1, false, 83, '_bluefor');
    case 60:
      return shoot(say, frame, 'shotBullet', 'bullet_ca');
    case 80:
      return Object.keys(FLYING).forEach((icon) => shoot(say, frame, icon.includes('smoke') ? 'shotSmokeX' : 'shotGrenade', icon));
    case 90:
      return say(
        ':MARKER:STATE:',
        'changing',
        frame,
        [3150, 3120, 0],
        45,
        0.5,
        'After',
        'ColorGreen',
        [80, 40],
        'Empty',
        'Cross',
        'ELLIPSE',
      );
    case 100:
      return say(':PLACED:EVENT:', frame, 900, 'detonated', '3200,3200,5');
    case 120:
      return say(':ACE3:UNCONSCIOUS:', frame, 2, true);
    case 130:
      return say(':ACE3:UNCONSCIOUS:', frame, 2, false);
    case 140:
      return general('a custom event', 'of some mod');
    case 150:
      return say(':EVENT:KILL:', frame, 2, 0, ['', 'MX', '6.5 mm 30Rnd'], 188);
    case 151:
      return say(':ACE3:DEATH:', frame, 2, 'bleedout', 0);
    case 160:
      return say(':EVENT:KILL:', frame, 3, 2, ['', 'RPG-32', 'PG-32V'], 90);
    case 170:
      return say(':ACE3:DEATH:', frame, 1, 'cardiac arrest', -1);
    case 180:
      return general('disconnected', 'Bert');
    case END_FRAME:
      return say(':EVENT:ENDMISSION:', frame, 'WEST', 'NATO holds Anvil');
    default:
      return undefined;
  }
}

/** Anna fires at Cyril. */
function shoot(say: Say, frame: number, simulation: string, icon: string): void {
  const places = [0, 1, 2, 3, 4].map((i) => [i, frame + i, `${3000 + i * 60},3060,${20 - (i - 2) ** 2}`]);
  const hits = simulation === 'shotBullet' ? [[2, 'body', '3300,3060,6', frame]] : [];
  const names = ['arifle_MX_F', 'MX', 'arifle_MX_F', 'MX', 'mag_F', '6.5 mm 30Rnd', 'B_65x39', 'Single'];
  say(':EVENT:PROJECTILE:', frame, 1, 0, 0, '', -1, ...names, places, [800, 0, 0], hits, simulation, false, `\\A3\\ui\\${icon}.paa`);
}
