/** Captures of games in German: their fields, help and counters. */
export const gameCaptures: Readonly<Record<string, string>> = {
  'OCAP server': 'OCAP-Server',
  'OCAP folder': 'OCAP-Ordner',
  'Game server': 'Spielserver',
  'Game servers': 'Spielserver',
  'Echo VR stream': 'Echo VR Stream',
  Secret: 'Geheimnis',
  'Command port': 'Befehlsport',
  'Listen at': 'Lauschen an',
  Path: 'Pfad',
  'Without a secret': 'Ohne Geheimnis',
  'Without a token': 'Ohne Token',
  'Without a game server': 'Ohne Spielserver',
  Folder: 'Ordner',
  Addresses: 'Adressen',
  'Frames a second': 'Frames pro Sekunde',
  Skeletons: 'Skelette',
  'Other machines': 'Andere Rechner',
  'Let servers in the network register themselves': 'Server im Netz dürfen sich selbst anmelden',
  Queue: 'Warteschlange',
  'MQTT broker': 'MQTT-Broker',
  'User of the broker': 'Benutzer des Brokers',
  'Password of the broker': 'Passwort des Brokers',
  'Base address of the addon': 'Basisadresse des Addons',
  'Live: ocap_recorder.cfg.json': 'Live: ocap_recorder.cfg.json',
  'When it ends: ocap_recorder.cfg.json': 'Am Ende: ocap_recorder.cfg.json',
  'Older: OcapReplaySaver2.cfg.json': 'Älter: OcapReplaySaver2.cfg.json',
  'Send to Sandtable': 'An Sandtable senden',
  'Choose game folder': 'Spielordner wählen',
  'Takes what the OCAP recorder sends: finished recordings, and operations as they are played.':
    'Nimmt an, was der OCAP-Rekorder sendet: fertige Aufzeichnungen und laufende Einsätze.',
  'Imports every recording that the OCAP recorder puts into its output folder.':
    'Importiert jede Aufzeichnung, die der OCAP-Rekorder in seinen Ausgabeordner legt.',
  'Records what the OCAP addon of Arma Reforger sends.': 'Zeichnet auf, was das OCAP-Addon von Arma Reforger sendet.',
  'Records every match of the games at these addresses, from the API that the game offers while it runs.':
    'Zeichnet jedes Spiel an diesen Adressen auf, über die API, die das laufende Spiel anbietet.',
  'Records the matches that other programs send over a WebSocket: telemetry codecs, and agents that stream envelopes to /v3/stream.':
    'Zeichnet Spiele auf, die andere Programme über einen WebSocket senden: Telemetrie-Codecs und Agenten, die an /v3/stream senden.',
  'Takes what the tracker of a game server sends, a match after another. OpenMOHAA as it is released cannot send; its fork with curl_post can, and "sandtable simulate mohaa --post" shows how it looks.':
    'Nimmt an, was der Tracker eines Spielservers sendet, Spiel für Spiel. OpenMOHAA, wie es erscheint, kann nicht senden; die Abspaltung mit curl_post kann es, und „sandtable simulate mohaa --post“ zeigt, wie es aussieht.',
  'Where this machine listens.': 'Wo dieser Rechner lauscht.',
  'Where this machine listens for game servers.': 'Wo dieser Rechner auf Spielserver wartet.',
  'The recorder must know it: apiKey in its configuration, newUrlRequestSecret in the older one.':
    'Der Rekorder muss es kennen: apiKey in seiner Konfiguration, newUrlRequestSecret in der älteren.',
  'Takes the commands of the game as lines over TCP, from this machine only and without a secret. 0 switches it off.':
    'Nimmt die Befehle des Spiels als Zeilen über TCP an, nur von diesem Rechner und ohne Geheimnis. 0 schaltet es aus.',
  '127.0.0.1 is this machine alone; 0.0.0.0 lets game servers in the network in.':
    '127.0.0.1 ist nur dieser Rechner; 0.0.0.0 lässt Spielserver im Netz herein.',
  '127.0.0.1 is this machine alone; 0.0.0.0 lets game servers in the network in, with a token.':
    '127.0.0.1 ist nur dieser Rechner; 0.0.0.0 lässt Spielserver im Netz herein, mit Token.',
  'What stands before /api in the address, such as /ocap. Mostly nothing.': 'Was in der Adresse vor /api steht, etwa /ocap. Meist nichts.',
  'Lets every program that can reach this port send recordings.': 'Jedes Programm, das diesen Port erreicht, darf Aufzeichnungen senden.',
  'For the OCAP extension of February 2026 and later, beside its DLL: operations are on screen while they run.':
    'Für die OCAP-Erweiterung ab Februar 2026, neben ihrer DLL: Einsätze sind zu sehen, während sie laufen.',
  'For every OCAP extension since 5.0, beside its DLL: the recording is sent when the operation is saved.':
    'Für jede OCAP-Erweiterung seit 5.0, neben ihrer DLL: Die Aufzeichnung wird gesendet, wenn der Einsatz gespeichert wird.',
  'For the OCAP extensions of 2021 to 2023: the recording is sent when the operation is saved.':
    'Für die OCAP-Erweiterungen von 2021 bis 2023: Die Aufzeichnung wird gesendet, wenn der Einsatz gespeichert wird.',
  'outputDir of the recorder: "recordings" beside its DLL, unless that was changed.':
    'outputDir des Rekorders: „recordings“ neben seiner DLL, falls nicht geändert.',
  'The addon has no field for it, so it stands in the address.': 'Das Addon hat kein Feld dafür, darum steht es in der Adresse.',
  'In the settings of the OCAP game mode component.': 'In den Einstellungen der OCAP-Spielmodus-Komponente.',
  'This machine is 127.0.0.1:6721. A Quest goes by its address in the network; several are separated by commas.':
    'Dieser Rechner ist 127.0.0.1:6721. Eine Quest hat ihre Adresse im Netz; mehrere werden durch Kommas getrennt.',
  'The game answers from its own loop: 30 is smooth and costs it little.':
    'Das Spiel antwortet aus seiner eigenen Schleife: 30 ist flüssig und kostet es wenig.',
  'Records how everybody stands and moves, not only head and hands.':
    'Zeichnet auf, wie alle stehen und sich bewegen, nicht nur Kopf und Hände.',
  'Senders must show it as a bearer token. Leave it empty to let every program on this machine send.':
    'Sender müssen es als Bearer-Token zeigen. Leer darf jedes Programm auf diesem Rechner senden.',
  'Lets senders on other machines in; they need the token.': 'Lässt Sender auf anderen Rechnern herein; sie brauchen das Token.',
  'Where an agent or codec sends its frames; agents that want an answer to each append /v3/stream.':
    'Wohin ein Agent oder Codec seine Frames sendet; Agenten, die auf jedes eine Antwort wollen, hängen /v3/stream an.',
  "Walls and floors out of the game's own maps, which are in the .pk3 files of its main folder":
    'Wände und Böden aus den Karten des Spiels, die in den .pk3-Dateien seines Ordners main liegen',
  'Game servers on this machine need no token, and any that they send is good.':
    'Spielserver auf diesem Rechner brauchen kein Token, und jedes, das sie senden, gilt.',
  "Today's tracker asks for a token by itself. On this machine it always gets one; this lets other machines have theirs.":
    'Der heutige Tracker bittet selbst um ein Token. Auf diesem Rechner bekommt er immer eines; so bekommen auch andere Rechner ihres.',
  'As many events may wait in memory; beyond that servers are told to try again.':
    'So viele Ereignisse dürfen im Speicher warten; darüber hinaus sollen es Server noch einmal versuchen.',
  'For trackers that publish to one, such as mqtt://127.0.0.1:1883: what all of them say is recorded. Mostly nothing.':
    'Für Tracker, die an einen senden, etwa mqtt://127.0.0.1:1883: Aufgezeichnet wird, was alle sagen. Meist nichts.',
  'When it asks for one.': 'Falls er danach fragt.',
  'Each server shows a token of its own, by which its matches are told from those of others.':
    'Jeder Server zeigt ein eigenes Token, das seine Spiele von denen anderer unterscheidet.',
  'Shows how it looks: a made-up server on which people and bots fight.':
    'Zeigt, wie es aussieht: ein erdachter Server, auf dem Leute und Bots kämpfen.',
  // Counters of captures.
  'frames recorded': 'Frames aufgezeichnet',
  'frames received': 'Frames empfangen',
  'bytes received': 'empfangen',
  frames: 'Frames',
  events: 'Ereignisse',
  matches: 'Spiele',
  sessions: 'Sitzungen',
  recordings: 'Aufzeichnungen',
  servers: 'Server',
  refused: 'abgelehnt',
  dropped: 'verworfen',
};
