/**
 * What the engine says in German: its sentences are English, and those that people meet most often are known here. {0}, {1} stand for what it fills in.
 * What is not here is shown in English.
 */
export const engine: Readonly<Record<string, string>> = {
  // Steps
  Reading: 'Lesen',
  Writing: 'Schreiben',
  Downloading: 'Herunterladen',
  'Reading entities': 'Einheiten lesen',
  'Reading events': 'Ereignisse lesen',
  'Reading heights': 'Höhen lesen',
  'Reading markers': 'Marker lesen',
  'Reading matches': 'Spiele lesen',
  'Reading the frame': 'Frame lesen',
  'Reading the log': 'Protokoll lesen',
  'Reading the map': 'Karte lesen',
  'Reading times': 'Zeiten lesen',
  'Copying tiles': 'Kacheln kopieren',
  'Looking at tiles': 'Kacheln ansehen',
  'Preparing the world': 'Welt vorbereiten',

  // Formats
  'Echo VR replay': 'Echo-VR-Replay',
  'NEVR capture': 'NEVR-Aufnahme',
  'NEVR tape': 'NEVR-Band',
  'OCAP recording': 'OCAP-Aufzeichnung',
  'OCAP recording in chunks': 'OCAP-Aufzeichnung in Teilen',
  'OCAP command log': 'OCAP-Befehlsprotokoll',
  'OCAP live stream log': 'Protokoll eines OCAP-Livestreams',
  'MOHAA event log': 'MOHAA-Ereignisprotokoll',
  'Sandtable session with its notes': 'Sandtable-Sitzung mit ihren Notizen',
  'Events as a table': 'Ereignisse als Tabelle',
  'Tracks as a table': 'Spuren als Tabelle',
  'Events as lines of JSON': 'Ereignisse als Zeilen von JSON',
  'Tracks as lines of JSON': 'Spuren als Zeilen von JSON',
  'The whole session as lines of JSON': 'Die ganze Sitzung als Zeilen von JSON',

  // Files
  'The file is empty.': 'Die Datei ist leer.',
  'This is an empty file.': 'Das ist eine leere Datei.',
  '{0} is empty.': '{0} ist leer.',
  'This is a ZIP archive without a recording inside.': 'Das ist ein ZIP-Archiv ohne Aufzeichnung darin.',
  'This is a file of nothing but zeros.': 'Das ist eine Datei aus lauter Nullen.',
  'This is a binary file that is not a recording.': 'Das ist eine Binärdatei, aber keine Aufzeichnung.',
  'This is an HTML page.': 'Das ist eine HTML-Seite.',
  'This is an XML file.': 'Das ist eine XML-Datei.',
  'This is a JSON file that is not a recording.': 'Das ist eine JSON-Datei, aber keine Aufzeichnung.',
  'This is a text file that is not a recording.': 'Das ist eine Textdatei, aber keine Aufzeichnung.',
  'This is a folder, not a file.': 'Das ist ein Ordner, keine Datei.',
  'This file cannot be read.': 'Diese Datei lässt sich nicht lesen.',
  '{0} cannot be read.': '{0} lässt sich nicht lesen.',
  '{0} cannot be written.': '{0} lässt sich nicht schreiben.',
  'There is no recording in the folder {0}.': 'Im Ordner {0} ist keine Aufzeichnung.',
  'This ZIP holds no recording.': 'Dieses ZIP enthält keine Aufzeichnung.',
  'This is a ZIP inside a ZIP; unpack the outer one first.': 'Das ist ein ZIP in einem ZIP; zuerst das äußere entpacken.',
  'This ZIP is damaged: its list of files is missing.': 'Dieses ZIP ist beschädigt: Sein Dateiverzeichnis fehlt.',
  'This recording has nothing in it.': 'In dieser Aufzeichnung ist nichts.',
  'There is no unit and no vehicle in this recording.': 'In dieser Aufzeichnung ist keine Einheit und kein Fahrzeug.',
  'The manifest of this recording is damaged.': 'Das Manifest dieser Aufzeichnung ist beschädigt.',
  'The recording was changed while it was read; try again when it is complete.':
    'Die Aufzeichnung wurde verändert, während sie gelesen wurde; noch einmal versuchen, wenn sie fertig ist.',
  'This file is being imported already.': 'Diese Datei wird bereits importiert.',
  'Already in the library: {0}.': 'Schon in der Bibliothek: {0}.',
  'Reading this file failed by a fault of Sandtable; nothing of it was kept.':
    'Beim Lesen dieser Datei ist in Sandtable ein Fehler aufgetreten; nichts davon wurde behalten.',
  'Reading this file takes more memory than Sandtable allows itself; nothing of it was kept.':
    'Diese Datei zu lesen braucht mehr Speicher, als Sandtable sich erlaubt; nichts davon wurde behalten.',
  'This file is no longer at hand; choose it again.': 'Diese Datei ist nicht mehr zur Hand; bitte neu wählen.',
  'What was chosen is no longer at hand; choose it again.': 'Das Gewählte ist nicht mehr zur Hand; bitte neu wählen.',
  'The place to save to is no longer at hand; choose it again.': 'Der Speicherort ist nicht mehr zur Hand; bitte neu wählen.',

  // Sessions
  'There is no such session, or it is not complete.': 'Diese Sitzung gibt es nicht, oder sie ist nicht vollständig.',
  'The session was removed meanwhile.': 'Die Sitzung wurde inzwischen entfernt.',
  '{0} is still being recorded; it can be deleted when its recording has ended.':
    '{0} wird noch aufgezeichnet; löschen lässt sie sich, wenn die Aufzeichnung zu Ende ist.',
  'This session is still being recorded; it can be exported when its recording has ended.':
    'Diese Sitzung wird noch aufgezeichnet; exportieren lässt sie sich, wenn die Aufzeichnung zu Ende ist.',
  'This session cannot be written in that format.': 'Diese Sitzung lässt sich in diesem Format nicht schreiben.',
  'This recording cannot become that.': 'Aus dieser Aufzeichnung lässt sich das nicht machen.',
  'This recording holds several sessions, and that format only one: import it, and export them one by one.':
    'Diese Aufzeichnung enthält mehrere Sitzungen, das Format nur eine: erst importieren, dann einzeln exportieren.',
  'This conversion takes more memory than Sandtable allows itself; nothing was written.':
    'Diese Umwandlung braucht mehr Speicher, als Sandtable sich erlaubt; nichts wurde geschrieben.',
  'There is nobody of this id in the statistics.': 'Unter dieser Kennung ist niemand in der Statistik.',
  'They are one person already.': 'Sie sind schon eine Person.',

  // The engine
  'The engine stopped unexpectedly (code {0}). Nothing that was stored is lost.':
    'Die Engine ist unerwartet stehen geblieben (Code {0}). Nichts Gespeichertes ist verloren.',
  'The library could not be opened; the log says more.': 'Die Bibliothek ließ sich nicht öffnen; das Protokoll sagt mehr.',
  'The library is being closed.': 'Die Bibliothek wird gerade geschlossen.',
  'The library is being opened by another Sandtable at this very moment; try again.':
    'Die Bibliothek wird in diesem Moment von einem anderen Sandtable geöffnet; noch einmal versuchen.',
  'The library file library.db is damaged; it was left as it is. Restore it from a copy, or move it away to start a new library.':
    'Die Bibliotheksdatei library.db ist beschädigt und blieb, wie sie ist. Aus einer Kopie wiederherstellen oder wegschieben, um eine neue Bibliothek anzufangen.',

  // Captures
  'Port {0} is taken.': 'Port {0} ist belegt.',
  'Port {0} may not be used by this user; choose one from 1024 on.': 'Port {0} darf dieser Benutzer nicht öffnen; einen ab 1024 wählen.',
  '{0} is no port; they go up to 65535.': '{0} ist kein Port; sie gehen bis 65535.',
  '{0} is no address such as 127.0.0.1:5001.': '{0} ist keine Adresse wie 127.0.0.1:5001.',
  'Waiting for an operation.': 'Wartet auf einen Einsatz.',
  'An operation is being recorded.': 'Ein Einsatz wird aufgezeichnet.',
  'Waiting for a mission or an upload.': 'Wartet auf eine Mission oder einen Upload.',
  'Waiting for a game server.': 'Wartet auf einen Spielserver.',
  'A match is being recorded.': 'Ein Spiel wird aufgezeichnet.',
  '{0} matches are being recorded.': '{0} Spiele werden aufgezeichnet.',
  'The game at {0} is not running.': 'Das Spiel unter {0} läuft nicht.',
  'The game at {0} is between matches.': 'Das Spiel unter {0} ist zwischen zwei Partien.',
  'The game at {0} is being recorded.': 'Das Spiel unter {0} wird aufgezeichnet.',
  'The game at {0} is in a lobby, which cannot be recorded.': 'Das Spiel unter {0} ist in einer Lobby, die sich nicht aufzeichnen lässt.',
  'The game at {0} has API access switched off; switch it on in the settings of the game.':
    'Beim Spiel unter {0} ist der API-Zugriff ausgeschaltet; in den Einstellungen des Spiels einschalten.',
  'The folder {0} is not there or cannot be read; it is watched for.':
    'Der Ordner {0} fehlt oder ist nicht lesbar; Sandtable wartet auf ihn.',
  'Watching {0}.': 'Beobachtet {0}.',
  'At most 120 frames a second.': 'Höchstens 120 Frames pro Sekunde.',

  // Servers
  'Write the address of the server as in a browser, such as https://ocap.example.org.':
    'Die Adresse des Servers wie im Browser schreiben, zum Beispiel https://ocap.example.org.',
  'This server answers, but has no list of operations.': 'Dieser Server antwortet, hat aber keine Liste von Einsätzen.',
  '{0} answers, but not as such a server does.': '{0} antwortet, aber nicht wie ein solcher Server.',
  '{0} answers with nothing.': '{0} antwortet mit nichts.',
};
