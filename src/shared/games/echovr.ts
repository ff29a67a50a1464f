/** Echo VR: how its teams, entities, events and the arena are called and drawn. Metres; the origin is the arena's centre, blue defends -z. */
import type { GameProfile, WorldProfile } from './profile.ts';

/** Goals hang at |z| = 36; the walls behind them at 40. */
const GOAL = 36;
const WALL = 40;
const HALF_WIDTH = 16;
const HALF_HEIGHT = 10;
const MIDFIELD = 4;
/** Mouths of the five launch tubes of a side: (x, y). */
const TUBES = [
  [0, 4.535],
  [4.275, 1.425],
  [-4.275, 1.425],
  [2.649, -3.605],
  [-2.649, -3.605],
] as const;

const tubes: WorldProfile['rings'] = TUBES.flatMap(([x, y]) => [
  { centre: [x, y, -WALL], radius: 1.1, axis: 'z', colour: 'blue', role: 'tube' } as const,
  { centre: [x, y, WALL], radius: 1.1, axis: 'z', colour: 'orange', role: 'tube' } as const,
]);

/** A line across floor, walls and ceiling at a distance from the centre. */
function band(z: number, dashed: boolean, colour: 'blue' | 'orange' | 'line'): WorldProfile['lines'][number] {
  return {
    points: [
      [-HALF_WIDTH, -HALF_HEIGHT, z],
      [HALF_WIDTH, -HALF_HEIGHT, z],
      [HALF_WIDTH, HALF_HEIGHT, z],
      [-HALF_WIDTH, HALF_HEIGHT, z],
      [-HALF_WIDTH, -HALF_HEIGHT, z],
    ],
    dashed,
    colour,
  };
}

/** The 23 joints by use: 1 neck, 9 8 12 11 10 spine, 14 pelvis; from the shoulder 6 4 2 (right arm), 7 5 3 (left); from the hip 15 17 19 21 (left leg), 16 18 20 22. */
const LIMBS: NonNullable<NonNullable<GameProfile['figure']>['bones']>['limbs'] = [
  { joints: [9, 8, 12], thickness: [0.1, 0.16] },
  { joints: [12, 11, 10, 14], thickness: [0.15, 0.1] },
  { joints: [8, 6, 4, 2], thickness: [0.075, 0.05] },
  { joints: [8, 7, 5, 3], thickness: [0.075, 0.05] },
  { joints: [14, 15, 17, 19, 21], thickness: [0.09, 0.05] },
  { joints: [14, 16, 18, 20, 22], thickness: [0.09, 0.05] },
];

export const echovrProfile: GameProfile = {
  id: 'echovr',
  name: 'Echo VR',
  icon: 'disc-3',
  teams: [
    { id: 'blue', label: 'Blue', colour: 'blue' },
    { id: 'orange', label: 'Orange', colour: 'orange' },
    { id: 'spectator', label: 'Spectators', colour: 'none' },
  ],
  kinds: {
    player: { label: 'Player', plural: 'Players', glyph: 'drop', height: 0 },
    ai: { label: 'AI', plural: 'AI', glyph: 'hollow-drop', height: 0 },
    vehicle: { label: 'Vehicle', plural: 'Vehicles', glyph: 'none', height: 0 },
    disc: { label: 'Disc', plural: 'Discs', glyph: 'disc', height: 0 },
    projectile: { label: 'Projectile', plural: 'Projectiles', glyph: 'dot', height: 0.2 },
    marker: { label: 'Marker', plural: 'Markers', glyph: 'none', height: 0 },
    object: { label: 'Object', plural: 'Objects', glyph: 'square', height: 0.5 },
  },
  lifeWords: { unknown: 'unknown', alive: 'in play', unconscious: 'stunned', dead: 'out' },
  lanes: [
    { id: 'goals', label: '{team} goals', types: ['goal'], split: 'team', mark: 'diamond' },
    // Stuns are the short bars; few lanes leave room for the graph of the score.
    { id: 'defence', label: 'Saves, stuns', types: ['save', 'steal', 'block', 'interception', 'stun'], split: 'none', mark: 'bar' },
    {
      id: 'passes',
      label: 'Throws, passes',
      types: ['throw', 'pass', 'assist', 'shot_on_goal', 'catch', 'turnover'],
      split: 'none',
      mark: 'bar',
    },
    { id: 'possession', label: 'Possession', types: ['possession'], split: 'none', mark: 'range' },
    {
      id: 'match',
      label: 'Rounds, joins',
      types: ['match_start', 'round_start', 'round_end', 'match_end', 'pause', 'resume', 'join', 'leave', 'team_change', 'emote'],
      split: 'none',
      mark: 'bar',
    },
  ],
  events: {
    round_start: { icon: 'play', text: 'Round[ {data.round}] starts' },
    round_end: { icon: 'flag', text: 'Round[ {data.round}] ends', detail: '[won by {data.winner}]' },
    match_end: { icon: 'trophy', text: 'Match ends[, {data.blue} : {data.orange}]' },
    pause: { icon: 'circle-pause', text: 'Pause[, asked for by {data.team}]' },
    resume: { icon: 'circle-play', text: 'Play goes on' },
    score: { icon: 'hash', text: 'Score[ {data.blue} : {data.orange}]' },
    join: { icon: 'log-in', text: '{actor} joins', detail: '[{data.role}]' },
    leave: { icon: 'log-out', text: '{actor} leaves' },
    team_change: { icon: 'shuffle', text: '{actor} changes[ from {data.from}][ to {data.to}]' },
    emote: { icon: 'smile', text: '{actor} celebrates' },
    goal: { icon: 'disc-3', text: '[{actor} ]scores {data.points}[, {data.goal}]', detail: '[{data.speed} m/s]' },
    save: { icon: 'hand', text: '{actor} saves[ from {target}]' },
    stun: { icon: 'zap', text: '{actor} stuns[ {target}]' },
    pass: { icon: 'arrow-left-right', text: '{actor} passes[ to {target}]' },
    catch: { icon: 'grab', text: '{actor} catches the disc' },
    steal: { icon: 'refresh-cw', text: '{actor} steals[ from {target}]' },
    block: { icon: 'shield', text: '{actor} blocks' },
    interception: { icon: 'scissors', text: '{actor} intercepts[ {target}]' },
    assist: { icon: 'handshake', text: '{actor} assists' },
    shot_on_goal: { icon: 'goal', text: '{actor} shoots at the goal' },
    throw: { icon: 'move-up-right', text: '{actor} throws', detail: '[{data.speed} m/s]' },
    possession: { icon: 'circle-dot', text: '[{actor} has the disc]' },
    turnover: { icon: 'repeat-2', text: '{actor} turns the disc over[ from {target}]' },
  },
  nativeEvents: {
    player_goal: { icon: 'disc-3', text: '{actor} is credited with a goal' },
    // Off a wall, from an opponent or from a pass; only the last is counted as a catch too.
    disc_caught: { icon: 'grab', text: '{actor} takes the disc' },
  },
  clocks: [
    { id: 'game_clock', label: 'Game clock', from: 'channel', format: 'countdown' },
    { id: 'utc', label: 'UTC', from: 'clock', format: 'datetime' },
  ],
  world: {
    kind: 'arena',
    sizes: { mpl_arena_a: 80 },
    grid: { steps: [5, 1], reference: 'metres' },
    boxes: [{ min: [-HALF_WIDTH, -HALF_HEIGHT, -WALL], max: [HALF_WIDTH, HALF_HEIGHT, WALL], role: 'hull' }],
    lines: [band(-MIDFIELD, true, 'line'), band(MIDFIELD, true, 'line'), band(-GOAL, false, 'blue'), band(GOAL, false, 'orange')],
    rings: [
      { centre: [0, 0, -GOAL], radius: 1.5, axis: 'z', colour: 'blue', role: 'goal' },
      { centre: [0, 0, GOAL], radius: 1.5, axis: 'z', colour: 'orange', role: 'goal' },
      { centre: [0, 0, 0], radius: 0.6, axis: 'y', colour: 'line', role: 'mark' },
      ...tubes,
    ],
  },
  worldNames: {
    mpl_arena_a: 'Arena',
    mpl_lobby_b2: 'Lobby',
    mpl_lobby_b2_spooky: 'Lobby (spooky)',
    mpl_lobby_b2_xmas: 'Lobby (winter)',
    mpl_lobby_b2_summer: 'Lobby (summer)',
    mpl_combat_dyson: 'Dyson',
    mpl_combat_combustion: 'Combustion',
    mpl_combat_fission: 'Fission',
    mpl_combat_gauss: 'Surge',
    mpl_tutorial_arena: 'Arena tutorial',
    mpl_tutorial_lobby: 'Lobby tutorial',
  },
  cameras: [
    // From -x, so that blue is on the left as on the scoreboard.
    {
      id: 'sideline',
      label: 'Sideline',
      mode: 'rail',
      follow: 'disc',
      fov: 55,
      rail: { across: -14.4, reach: 24, rise: 0.009, nearest: 9, pace: 2.5 },
    },
    { id: 'wide', label: 'Whole arena', mode: 'fixed', position: [-62, 22, 0], target: [0, 0, 0] },
    { id: 'blue-goal', label: 'Blue goal', mode: 'fixed', position: [0, 5, -52], target: [0, -1, 0] },
    { id: 'orange-goal', label: 'Orange goal', mode: 'fixed', position: [0, 5, 52], target: [0, -1, 0] },
    { id: 'disc', label: 'Follow disc', mode: 'follow', follow: 'disc', distance: 14 },
    { id: 'shoulder', label: 'Shoulder', mode: 'shoulder', fov: 55 },
    { id: 'eyes', label: "Player's eyes", mode: 'eyes', fov: 72 },
    { id: 'top', label: 'Top', mode: 'top' },
  ],
  figure: {
    head: { forward: 'forward', up: 'up' },
    body: { forward: 'body_forward', up: 'body_up' },
    hands: [
      { position: 'lhand', forward: 'lhand_forward', up: 'lhand_up' },
      { position: 'rhand', forward: 'rhand_forward', up: 'rhand_up' },
    ],
    bones: { channel: 'bones', joints: 23, limbs: LIMBS },
  },
  disc: {
    axes: { forward: 'forward', up: 'up' },
    radius: 0.28,
    velocity: 'velocity',
    held: { channels: ['holding_left', 'holding_right'], word: 'disc' },
  },
  status: [
    { channel: 'possession', label: 'possession', look: 'ring' },
    { channel: 'stunned', label: 'stunned', look: 'rays' },
    { channel: 'blocking', label: 'blocking', look: 'shield' },
    { channel: 'invulnerable', label: 'invulnerable', look: 'bubble' },
  ],
  gravity: 'zero',
  roster: { title: 'Teams', groups: false, metrics: ['points', 'assists', 'saves', 'stuns'] },
  metrics: [
    { id: 'points', label: 'Points', short: 'Pts', unit: '', from: { channel: 'points' } },
    { id: 'assists', label: 'Assists', short: 'Ast', unit: '', from: { channel: 'assists' } },
    { id: 'saves', label: 'Saves', short: 'Sav', unit: '', from: { channel: 'saves' } },
    { id: 'stuns', label: 'Stuns', short: 'Stn', unit: '', from: { channel: 'stuns' } },
    { id: 'steals', label: 'Steals', short: 'Stl', unit: '', from: { channel: 'steals' } },
    { id: 'shots', label: 'Shots on goal', short: 'Sht', unit: '', from: { channel: 'shots_taken' } },
    { id: 'possession', label: 'Possession', short: 'Pos', unit: 's', from: { channel: 'possession_time' } },
    { id: 'ping', label: 'Ping', short: 'Ping', unit: 'ms', from: { channel: 'ping' } },
  ],
  score: { channels: { blue: 'blue_points', orange: 'orange_points' }, status: 'game_status' },
  markers: { frames: [], glyphs: [], other: 'dot' },
  facts: [],
  turret: null,
  seat: null,
  tallies: [],
  heat: [
    { id: 'presence', label: 'Presence', unit: 's', from: { dwell: 'seconds', kinds: ['player'] } },
    { id: 'possession', label: 'Possession', unit: 's', from: { dwell: 'seconds', kinds: ['player'], during: 'possession' } },
    { id: 'disc', label: 'Disc', unit: 's', from: { dwell: 'seconds', kinds: ['disc'] } },
    { id: 'goals', label: 'Goals', unit: 'goals', from: { events: ['goal'], of: 'actor', at: 'place' } },
    { id: 'shots', label: 'Shots on goal', unit: 'shots', from: { events: ['shot_on_goal'], of: 'actor', at: 'place' } },
    { id: 'throws', label: 'Throws', unit: 'throws', from: { events: ['throw'], of: 'actor', at: 'place' } },
    { id: 'catches', label: 'Catches', unit: 'catches', from: { events: ['catch', 'interception'], of: 'actor', at: 'place' } },
    { id: 'stuns', label: 'Stuns', unit: 'stuns', from: { events: ['stun'], of: 'actor', at: 'place' } },
    { id: 'saves', label: 'Saves and steals', unit: 'times', from: { events: ['save', 'steal', 'block'], of: 'actor', at: 'place' } },
    { id: 'kills', label: 'Kills', unit: 'kills', from: { events: ['kill'], of: 'actor', at: 'place' } },
    { id: 'deaths', label: 'Deaths', unit: 'deaths', from: { events: ['kill', 'death'], of: 'target', at: 'place' } },
    { id: 'movement', label: 'Movement', unit: 'm', from: { dwell: 'metres', kinds: ['player'] } },
  ],
  charts: [],
  talk: [],
  captures: [
    {
      id: 'echovr-api',
      label: 'Echo VR',
      summary: 'Records every match of the games at these addresses, from the API that the game offers while it runs.',
      fields: [
        {
          name: 'hosts',
          label: 'Addresses',
          help: 'This machine is 127.0.0.1:6721. A Quest goes by its address in the network; several are separated by commas.',
          type: 'text',
          initial: '127.0.0.1:6721',
          flag: '--echo <hosts>',
        },
        {
          name: 'hz',
          label: 'Frames a second',
          help: 'The game answers from its own loop: 30 is smooth and costs it little.',
          type: 'number',
          initial: 30,
          flag: '--echo-hz <n>',
        },
        {
          name: 'bones',
          label: 'Skeletons',
          help: 'Records how everybody stands and moves, not only head and hands.',
          type: 'switch',
          initial: true,
          flag: '--no-echo-bones',
        },
      ],
    },
    {
      id: 'echovr-stream',
      label: 'Echo VR stream',
      summary:
        'Records the matches that other programs send over a WebSocket: telemetry codecs, and agents that stream envelopes to /v3/stream.',
      fields: [
        { name: 'port', label: 'Port', help: 'Where this machine listens.', type: 'port', initial: 8081, flag: '--echo-stream <port>' },
        {
          name: 'token',
          label: 'Token',
          help: 'Senders must show it as a bearer token. Leave it empty to let every program on this machine send.',
          type: 'secret',
          initial: '',
          flag: '--echo-stream-token <token>',
        },
        {
          name: 'open',
          label: 'Other machines',
          help: 'Lets senders on other machines in; they need the token.',
          type: 'switch',
          initial: false,
          flag: '--echo-stream-open',
        },
      ],
      snippets: [
        {
          title: 'Send to Sandtable',
          help: 'Where an agent or codec sends its frames; agents that want an answer to each append /v3/stream.',
          text: '{address}',
        },
      ],
    },
  ],
};
