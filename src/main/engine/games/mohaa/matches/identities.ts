import { textAt } from '../dialect/fields.ts';
/**
 * Who is meant by the names and ids of events, within one match. MOHAA has no ids of its own: trackers send a forum member's number, "unauth_<slot>" for guests, or by
 * mistake the team. So, strongest first: the member's number, the guid, the slot of a guest together with the name, the name without colours. A team is nobody's id.
 * People who log in while they play, come back, or rename themselves stay one person; guests of one name in two slots are two. Bots are apart.
 */
import type { NativeEvent, Party } from '../dialect/native-event.ts';
import { plainName } from '../dialect/words.ts';

export type Scheme = 'smf' | 'guid' | 'bot' | 'guest' | 'name';

export interface Person {
  /** Counted from 0 within the match. */
  readonly index: number;
  readonly isBot: boolean;
  /** How sure it is that the same id is the same person in another match: smf and guid are, a guest's slot and a name are not. */
  scheme: Scheme;
  /** The member's number, the guid, "unauth_39/Daichi", or the name. */
  id: string;
  /** As last seen, with colours. */
  name: string;
  /** Codes and ids that this person claimed by chat or by the tracker. */
  readonly claims: string[];
  /** Slot of a guest, "" when not a guest or not connected. */
  slot: string;
  isHere: boolean;
}

const GUEST = /^unauth_\d+$/i;
const BOT_ID = /^bot[_-]?\d*$/i;
const BOT_NAME = /^(\[bot\]|\(bot\)|bot[ _-]?\d+$)/i;
const NO_ID = new Set(['', 'world', 'none', 'nil', 'null', '0', 'unauth', '-1']);
const TEAM_IDS = new Set(['allies', 'axis', 'freeforall', 'spectator', 'none', 'american', 'german']);
const CLAIM = /^!?claim\s+([A-Z]{2,5}-[A-Z0-9]{4,12})\b/i;
/** A server has 64 slots, and a match no thousand people; the rest is damage. */
const MOST_PEOPLE = 1024;

export class Identities {
  readonly people: Person[] = [];
  readonly #byKey = new Map<string, Person>();

  /** Null when the party names nobody. */
  resolve(party: Party): Person | null {
    const name = plainName(party.name);
    const guid = isUsable(party.guid) ? party.guid : '';
    const smf = NO_ID.has(party.smfId.toLowerCase()) ? '' : party.smfId;
    const isGuest = GUEST.test(guid);
    if (name === '' && guid === '' && smf === '') return null;
    const isBot = party.isBot || BOT_ID.test(guid) || ((guid === '' || isGuest) && BOT_NAME.test(name));
    const person = isBot
      ? this.#bot(isGuest ? '' : guid, name)
      : smf !== '' || (guid !== '' && !isGuest)
        ? this.#member(smf, guid, name)
        : isGuest
          ? this.#guest(guid, name)
          : this.#named(name);
    if (person === null) return null;
    if (name !== '') person.name = party.name;
    person.isHere = true;
    return person;
  }

  /** What an event says of people beyond naming them: `actor` is the one whom it resolved to. */
  learn(event: NativeEvent, actor: Person | null): void {
    if (actor === null) return;
    switch (event.type) {
      case 'disconnect':
        actor.isHere = false;
        if (actor.slot !== '') this.#byKey.delete(`slot:${actor.slot}`);
        break;
      case 'client_userinfo_changed':
        this.#rename(actor, textAt(event.fields, 'name'));
        break;
      case 'identity_claim':
        claim(actor, textAt(event.fields, 'claimed_id'));
        break;
      case 'chat':
        claim(actor, CLAIM.exec(textAt(event.fields, 'message').trim())?.[1]?.toUpperCase() ?? '');
    }
  }

  /** Either id finds the person, from when on both do. */
  #member(smf: string, guid: string, name: string): Person | null {
    const byGuid = guid === '' || GUEST.test(guid) ? undefined : this.#byKey.get(`guid:${guid}`);
    // The forum's number is also the guid of trackers that log people in.
    const bySmf = smf === '' ? undefined : (this.#byKey.get(`smf:${smf}`) ?? byGuid ?? this.#byKey.get(`guid:${smf}`));
    const known = bySmf ?? byGuid ?? this.#loggingIn(guid, name);
    const person = known ?? this.#add(smf === '' ? 'guid' : 'smf', smf || guid, name, false);
    if (person === null) return null;
    if (person.scheme !== 'smf' && smf !== '') this.#strengthen(person, 'smf', smf);
    else if (person.scheme !== 'smf' && person.scheme !== 'guid') this.#strengthen(person, 'guid', guid);
    if (smf !== '') {
      this.#byKey.set(`smf:${smf}`, person);
      if (!this.#byKey.has(`guid:${smf}`)) this.#byKey.set(`guid:${smf}`, person);
    }
    if (guid !== '' && !GUEST.test(guid)) this.#byKey.set(`guid:${guid}`, person);
    if (GUEST.test(guid)) this.#takeSlot(person, guid);
    return person;
  }

  /** The guest who is known by now as somebody: the one in the slot, or the only one of the name. */
  #loggingIn(guid: string, name: string): Person | undefined {
    const inSlot = GUEST.test(guid) ? this.#byKey.get(`slot:${guid}`) : undefined;
    if (inSlot !== undefined && (name === '' || plainName(inSlot.name) === name)) return inSlot;
    return name === '' ? undefined : this.#onlyOne((person) => isWeak(person) && plainName(person.name) === name);
  }

  #guest(slot: string, name: string): Person | null {
    const inSlot = this.#byKey.get(`slot:${slot}`);
    if (inSlot !== undefined && (name === '' || plainName(inSlot.name) === name || inSlot.name === '')) return inSlot;
    const known =
      this.#byKey.get(`guest:${slot}/${name}`) ??
      // Somebody of this name who left comes back, into another slot.
      this.#onlyOne((person) => !person.isBot && !person.isHere && name !== '' && plainName(person.name) === name) ??
      // Or was told of without a slot.
      this.#onlyOne((person) => person.scheme === 'name' && name !== '' && plainName(person.name) === name);
    const person = known ?? this.#add('guest', name === '' ? slot : `${slot}/${name}`, name, false);
    if (person === null) return null;
    if (person.scheme === 'name') this.#strengthen(person, 'guest', `${slot}/${name}`);
    this.#byKey.set(`guest:${slot}/${name}`, person);
    this.#takeSlot(person, slot);
    return person;
  }

  #named(name: string): Person | null {
    const known = this.#byKey.get(`name:${name}`) ?? this.#onlyOne((person) => !person.isBot && plainName(person.name) === name);
    return known ?? this.#add('name', name, name, false);
  }

  #bot(guid: string, name: string): Person | null {
    const known = guid === '' ? this.#byKey.get(`botname:${name}`) : this.#byKey.get(`bot:${guid}`);
    const person = known ?? this.#byKey.get(`botname:${name}`) ?? this.#add('bot', guid || name, name, true);
    if (person === null) return null;
    if (guid !== '') this.#byKey.set(`bot:${guid}`, person);
    // Bots of one name are told apart by their ids alone.
    if (name !== '' && guid === '') this.#byKey.set(`botname:${name}`, person);
    return person;
  }

  #takeSlot(person: Person, slot: string): void {
    if (person.slot !== '' && person.slot !== slot && this.#byKey.get(`slot:${person.slot}`) === person)
      this.#byKey.delete(`slot:${person.slot}`);
    person.slot = slot;
    this.#byKey.set(`slot:${slot}`, person);
  }

  #strengthen(person: Person, scheme: Scheme, id: string): void {
    person.scheme = scheme;
    person.id = id;
    this.#byKey.set(`${scheme}:${id}`, person);
  }

  #rename(person: Person, name: string): void {
    const plain = plainName(name);
    if (plain === '') return;
    person.name = name;
    if (person.scheme === 'name') this.#byKey.set(`name:${plain}`, person);
    if (person.slot !== '') this.#byKey.set(`guest:${person.slot}/${plain}`, person);
  }

  #onlyOne(is: (person: Person) => boolean): Person | undefined {
    const found = this.people.filter(is);
    return found.length === 1 ? found[0] : undefined;
  }

  #add(scheme: Scheme, id: string, name: string, isBot: boolean): Person | null {
    if (this.people.length === MOST_PEOPLE) return null;
    const person: Person = { index: this.people.length, isBot, scheme, id, name, claims: [], slot: '', isHere: true };
    this.people.push(person);
    this.#byKey.set(`${scheme}:${id}`, person);
    return person;
  }
}

function isUsable(guid: string): boolean {
  const word = guid.toLowerCase();
  return !NO_ID.has(word) && !TEAM_IDS.has(word);
}

function isWeak({ scheme }: Person): boolean {
  return scheme === 'guest' || scheme === 'name';
}

function claim(person: Person, id: string): void {
  if (id !== '' && !person.claims.includes(id) && person.claims.length < 16) person.claims.push(id);
}
