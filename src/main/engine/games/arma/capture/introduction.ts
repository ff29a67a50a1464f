/** Who is told of without having been introduced: the extension says once who is who, and not again when this end was started anew in the middle of a mission. */

export interface StreamMessage {
  readonly type: string;
  readonly payload: unknown;
}

type Fields = ReadonlyMap<string, unknown>;

/** A message that introduces whom a state is about, as far as the state says who they are; null when they are known. */
export function introduction({ type, payload }: StreamMessage, isKnown: (id: number) => boolean): string | null {
  if (type !== 'soldier_state' && type !== 'vehicle_state') return null;
  if (typeof payload !== 'object' || payload === null) return null;
  const fields = new Map(Object.entries(payload).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const id = fields.get(type === 'soldier_state' ? 'soldierid' : 'vehicleid');
  if (typeof id !== 'number' || isKnown(id)) return null;
  const known = type === 'soldier_state' ? soldier(fields) : { DisplayName: `Vehicle ${id}`, Side: fields.get('side') };
  const add = { ID: id, JoinFrame: fields.get('captureframe'), ...known };
  return JSON.stringify({ type: type === 'soldier_state' ? 'add_soldier' : 'add_vehicle', payload: add });
}

function soldier(fields: Fields): object {
  return {
    UnitName: fields.get('unitname'),
    GroupID: fields.get('groupid'),
    Side: fields.get('side'),
    IsPlayer: fields.get('isplayer'),
    RoleDescription: fields.get('currentrole'),
  };
}
