/** A frame as a line of .echoreplay, spelled as the game's API and Spark spell it. */
import { type ApiFrame, type ApiPlayer, clockDisplay, engineNumber as n, type Part, teamStats } from './api-frame.ts';
import type { Stats } from './player.ts';
import type { Vector } from './vector.ts';

const v = (a: Vector): string => `[${n(a[0])},${n(a[1])},${n(a[2])}]`;
const s = (text: string): string => JSON.stringify(text);

function axes(part: Part): string {
  return `"forward":${v(part.forward)},"left":${v(part.left)},"up":${v(part.up)}`;
}

function stats(of: Stats): string {
  return (
    `{"possession_time":${n(of.possession_time)},"points":${of.points},"saves":${of.saves},"goals":${of.goals},"stuns":${of.stuns},"passes":${of.passes},` +
    `"catches":${of.catches},"steals":${of.steals},"blocks":${of.blocks},"interceptions":${of.interceptions},"assists":${of.assists},"shots_taken":${of.shots_taken}}`
  );
}

function player(p: ApiPlayer): string {
  return (
    `{"name":${s(p.name)},"rhand":{"pos":${v(p.rhand.position)},${axes(p.rhand)}},"playerid":${p.slot},"stats":${stats(p.stats)},"userid":${p.userid},` +
    `"number":${p.number},"level":${p.level},"stunned":${p.stunned},"ping":${p.ping},"packetlossratio":${n(p.packetLoss)},"invulnerable":${p.invulnerable},` +
    `"holding_left":"${p.holdingLeft}","possession":${p.possession},"head":{"position":${v(p.head.position)},${axes(p.head)}},` +
    `"body":{"position":${v(p.body.position)},${axes(p.body)}},"holding_right":"${p.holdingRight}","lhand":{"pos":${v(p.lhand.position)},${axes(p.lhand)}},` +
    `"blocking":${p.blocking},"velocity":${v(p.velocity)},"is_emote_playing":${p.emote}}`
  );
}

export function sessionJson(f: ApiFrame): string {
  const teams = f.teams.map((team) =>
    team.players.length === 0
      ? `{"team":${s(team.name)},"possession":false}`
      : `{"players":[${team.players.map(player).join(',')}],"team":${s(team.name)},"possession":${team.possession},"stats":${stats(teamStats(team))}}`,
  );
  const t = f.lastThrow;
  const g = f.lastScore;
  return (
    `{"disc":{"position":${v(f.disc.position)},${axes(f.disc)},"velocity":${v(f.disc.velocity)},"bounce_count":${f.disc.bounces}},` +
    `"orange_team_restart_request":0,"sessionid":${s(f.sessionId)},"game_clock_display":"${clockDisplay(f.clock)}","game_status":"${f.status}",` +
    `"sessionip":"127.0.0.1","match_type":"Echo_Arena_Private","map_name":"mpl_arena_a","right_shoulder_pressed2":0.0,"teams":[${teams.join(',')}],` +
    `"blue_round_score":${f.roundScores[0]},"orange_points":${f.points[1]},"player":{"vr_left":${v(f.camera.left)},"vr_position":${v(f.camera.position)},` +
    `"vr_forward":${v(f.camera.forward)},"vr_up":${v(f.camera.up)}},"private_match":true,"blue_team_restart_request":0,"tournament_match":false,` +
    `"orange_round_score":${f.roundScores[1]},"rules_changed_by":"[INVALID]","total_round_count":${f.rounds},"left_shoulder_pressed2":0.0,` +
    `"left_shoulder_pressed":0.0,"pause":{"paused_state":"${f.pause.state}","unpaused_team":"${f.pause.unpausedTeam}","paused_requested_team":"${f.pause.requestedTeam}",` +
    `"unpaused_timer":${n(f.pause.unpausedTimer)},"paused_timer":${n(f.pause.pausedTimer)}},"right_shoulder_pressed":0.0,"blue_points":${f.points[0]},` +
    `"last_throw":{"arm_speed":${n(t.arm)},"total_speed":${n(t.total)},"off_axis_spin_deg":0.0,"wrist_throw_penalty":0.0,"rot_per_sec":${n(t.spin)},` +
    `"pot_speed_from_rot":0.0,"speed_from_arm":${n(t.arm)},"speed_from_movement":${n(t.total - t.arm)},"speed_from_wrist":0.0,` +
    `"wrist_align_to_throw_deg":0.0,"throw_align_to_movement_deg":0.0,"off_axis_penalty":0.0,"throw_move_penalty":0.0},` +
    `"client_name":${s(f.clientName)},"game_clock":${n(f.clock)},"possession":[${f.possession.join(',')}],` +
    `"last_score":{"disc_speed":${n(g.disc_speed)},"team":"${g.team}","goal_type":"${g.goal_type}","point_amount":${g.point_amount},` +
    `"distance_thrown":${n(g.distance_thrown)},"person_scored":${s(g.person_scored)},"assist_scored":${s(g.assist_scored)}},"rules_changed_at":0,"err_code":0}`
  );
}

export function bonesJson(f: ApiFrame): string {
  const entries = f.bones.map(
    (bones) =>
      `{"bone_t":[${bones.positions.map(n).join(',')}],"playerid":${bones.slot},"bone_o":[${bones.orientations.map(n).join(',')}]}`,
  );
  return `{"user_bones":[${entries.join(',')}],"err_code":0}`;
}

/** `stamp`: Unix ms. */
export function replayLine(f: ApiFrame, stamp: number): string {
  const time = new Date(stamp).toISOString().replace(/-/g, '/').replace('T', ' ').replace('Z', '');
  return `${time}\t${sessionJson(f)}${f.bones.length === 0 ? '' : `\t${bonesJson(f)}`}\r\n`;
}
