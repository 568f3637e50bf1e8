-- A library as onrecord kept it at schema 10, which the first release has: one
-- article in two versions, the one that comes with the program removed. Opened by the
-- onrecord of that time, with rows for the tables that only serving fills, and written
-- by sqlite3's .dump.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (program TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (program, number));
INSERT INTO migration VALUES('onrecord',1,'0001_init.sql');
INSERT INTO migration VALUES('onrecord',2,'0002_retired.sql');
INSERT INTO migration VALUES('onrecord',3,'0003_servers.sql');
INSERT INTO migration VALUES('onrecord',4,'0004_intake.sql');
INSERT INTO migration VALUES('onrecord',5,'0005_usage.sql');
INSERT INTO migration VALUES('onrecord',6,'0006_index.sql');
INSERT INTO migration VALUES('onrecord',7,'0007_shards.sql');
INSERT INTO migration VALUES('onrecord',8,'0008_vectors.sql');
INSERT INTO migration VALUES('onrecord',9,'0009_handover.sql');
INSERT INTO migration VALUES('onrecord',10,'0010_admin.sql');
CREATE TABLE library (
	id      INTEGER PRIMARY KEY,
	name    TEXT    NOT NULL UNIQUE,
	version INTEGER NOT NULL,          -- grows with every write, for caches
	next    INTEGER NOT NULL,          -- the sequence of the next article
	docs    INTEGER NOT NULL,          -- citable paragraphs of newest versions
	length  INTEGER NOT NULL           -- the sum of their lengths, in terms
, retired INTEGER NOT NULL DEFAULT 0);
INSERT INTO library VALUES(1,'home',6,4,3,31,2);
CREATE TABLE article (
	key       INTEGER PRIMARY KEY,
	library   INTEGER NOT NULL REFERENCES library (id),
	id        TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	newest    INTEGER NOT NULL,        -- 1 for the version that is searched
	title     TEXT    NOT NULL,
	untitled  INTEGER NOT NULL,
	url       TEXT    NOT NULL,
	outlet    TEXT    NOT NULL,
	authors   TEXT    NOT NULL,        -- a JSON list
	language  TEXT    NOT NULL,
	published INTEGER,
	hash      BLOB    NOT NULL,        -- of all that is shown; tells whether words changed
	lengths   BLOB    NOT NULL,        -- of paragraphs 0, 1, 2 … as variable-length integers
	UNIQUE (library, id, version)
);
INSERT INTO article VALUES(4294967298,1,'zrsg4ypt',1,0,'Town buys a second snow plough',0,'https://news.example/plough','','null','en',1768176000,X'18985fcaf6733de6d4a64d6addb83fb2828fdc6c7a2f456a8d012c4daf422430',X'0a0f0609');
INSERT INTO article VALUES(4294967299,1,'zrsg4ypt',2,1,'Town buys a second snow plough',0,'https://news.example/plough','','null','en',1768176000,X'2b074b1090fe1310b36add081090a8d8deb8cad83ca31728dc8e12d4d846957d',X'0a0f0709');
CREATE TABLE body (
	key        INTEGER PRIMARY KEY REFERENCES article (key),
	paragraphs TEXT NOT NULL,          -- JSON, see record.go
	reading    TEXT NOT NULL,          -- JSON, see record.go
	terms      BLOB NOT NULL           -- the article's own index, see codec.go
);
INSERT INTO body VALUES(4294967298,'[{"k":"furniture","t":"URL: https://news.example/plough"},{"k":"heading","t":"Town buys a second snow plough"},{"k":"furniture","t":"12 January 2026"},{"n":1,"k":"body","t":"The town council voted on Monday to buy a second snow plough. \"We cannot lose another winter,\" Mayor Ilse Varga said."},{"n":2,"k":"body","t":"Varga added that the old plough would be kept as a spare."},{"n":3,"k":"body","t":"Tomas Reil, who speaks for the drivers, said the money would be better spent on salt."}]','{"speakers":[{"id":"ilse-varga","name":"Ilse Varga","role":"Mayor","kind":"person","aliases":["Varga"]},{"id":"tomas-reil","name":"Tomas Reil","kind":"person"}],"statements":[{"by":"ilse-varga","kind":"direct","stance":"said","content":[[1,62,94]],"passage":[1,62,117],"source":[1,95,111],"cue":[1,112,116],"verb":"say","sure":0.95,"rule":"cue after"},{"by":"ilse-varga","kind":"reported","stance":"said","content":[[2,12,56]],"passage":[2,0,57],"source":[2,0,5],"cue":[2,6,11],"verb":"add","sure":0.9,"rule":"cue before"},{"by":"tomas-reil","kind":"reported","stance":"said","content":[[3,27,38]],"passage":[3,0,85],"source":[3,12,15],"cue":[3,16,22],"verb":"speak","sure":0.75,"rule":"cue and object","why":"who → Tomas Reil"},{"by":"tomas-reil","kind":"reported","stance":"said","content":[[3,45,84]],"passage":[3,0,85],"source":[3,0,38],"cue":[3,40,44],"verb":"say","sure":0.9,"rule":"cue before"}]}',X'1f0261640301020105616e6f74680301010106626574746572030103010362757905020002010107636f756e63696c03010101066472697665720301030103696c7303010101046b65707403010201046c6f736503010101056d61796f7203010101066d6f6e64617903010101056d6f6e657903010301036f6c640301020106706c6f7567680703000201010101047265696c0301030104736169640502010102010473616c7403010301067365636f6e6405020002010104736e6f770502000201010573706172650301020105737065616b03010301057370656e740301030104746f6d610301030104746f776e05020002010105766172676105020101010104766f7465030101010677696e7465720301010105c2a7696c7305020101010106c2a77265696c0301030106c2a7746f6d610301030107c2a77661726761050201010101');
INSERT INTO body VALUES(4294967299,'[{"k":"furniture","t":"URL: https://news.example/plough"},{"k":"heading","t":"Town buys a second snow plough"},{"k":"furniture","t":"12 January 2026"},{"n":1,"k":"body","t":"The town council voted on Monday to buy a second snow plough. \"We cannot lose another winter,\" Mayor Ilse Varga said."},{"n":2,"k":"body","t":"Varga added that the old plough would be kept as a spare until spring."},{"n":3,"k":"body","t":"Tomas Reil, who speaks for the drivers, said the money would be better spent on salt."}]','{"speakers":[{"id":"ilse-varga","name":"Ilse Varga","role":"Mayor","kind":"person","aliases":["Varga"]},{"id":"tomas-reil","name":"Tomas Reil","kind":"person"}],"statements":[{"by":"ilse-varga","kind":"direct","stance":"said","content":[[1,62,94]],"passage":[1,62,117],"source":[1,95,111],"cue":[1,112,116],"verb":"say","sure":0.95,"rule":"cue after"},{"by":"ilse-varga","kind":"reported","stance":"said","content":[[2,12,69]],"passage":[2,0,70],"source":[2,0,5],"cue":[2,6,11],"verb":"add","sure":0.9,"rule":"cue before"},{"by":"tomas-reil","kind":"reported","stance":"said","content":[[3,27,38]],"passage":[3,0,85],"source":[3,12,15],"cue":[3,16,22],"verb":"speak","sure":0.75,"rule":"cue and object","why":"who → Tomas Reil"},{"by":"tomas-reil","kind":"reported","stance":"said","content":[[3,45,84]],"passage":[3,0,85],"source":[3,0,38],"cue":[3,40,44],"verb":"say","sure":0.9,"rule":"cue before"}]}',X'200261640301020105616e6f74680301010106626574746572030103010362757905020002010107636f756e63696c03010101066472697665720301030103696c7303010101046b65707403010201046c6f736503010101056d61796f7203010101066d6f6e64617903010101056d6f6e657903010301036f6c640301020106706c6f7567680703000201010101047265696c0301030104736169640502010102010473616c7403010301067365636f6e6405020002010104736e6f770502000201010573706172650301020105737065616b03010301057370656e740301030106737072696e670301020104746f6d610301030104746f776e05020002010105766172676105020101010104766f7465030101010677696e7465720301010105c2a7696c7305020101010106c2a77265696c0301030106c2a7746f6d610301030107c2a77661726761050201010101');
CREATE TABLE credit (
	library  INTEGER NOT NULL,
	speaker  TEXT    NOT NULL,
	key      INTEGER NOT NULL REFERENCES article (key),
	name     TEXT    NOT NULL,
	role     TEXT    NOT NULL,
	kind     TEXT    NOT NULL,
	aliases  TEXT    NOT NULL,         -- a JSON list
	direct   INTEGER NOT NULL,
	reported INTEGER NOT NULL,
	PRIMARY KEY (library, speaker, key)
) WITHOUT ROWID;
INSERT INTO credit VALUES(1,'ilse-varga',4294967299,'Ilse Varga','Mayor','person','["Varga"]',1,1);
INSERT INTO credit VALUES(1,'tomas-reil',4294967299,'Tomas Reil','','person','null',0,2);
CREATE TABLE posting (
	library INTEGER NOT NULL,
	term    TEXT    NOT NULL,
	chunk   INTEGER NOT NULL,          -- sequence >> 6
	data    BLOB    NOT NULL,
	PRIMARY KEY (library, term, chunk)
) WITHOUT ROWID;
CREATE TABLE removed (
	library INTEGER NOT NULL,
	id      TEXT    NOT NULL,
	version INTEGER NOT NULL,
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
INSERT INTO removed VALUES(1,'ex5twq6g',1);
CREATE TABLE setting (
	library INTEGER NOT NULL,
	name    TEXT    NOT NULL,
	value   TEXT    NOT NULL,
	PRIMARY KEY (library, name)
) WITHOUT ROWID;
INSERT INTO setting VALUES(1,'edition','4');
INSERT INTO setting VALUES(1,'seeded 2016-09-29-russia-syria-aleppo.txt','yes');
CREATE TABLE preference (
	place TEXT NOT NULL,
	name  TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (place, name)
) WITHOUT ROWID;
INSERT INTO preference VALUES('discord-server-7','language','fr');
CREATE TABLE vote (
	answer   TEXT    NOT NULL,         -- the message
	person   TEXT    NOT NULL,
	place    TEXT    NOT NULL,
	at       INTEGER NOT NULL,
	helpful  INTEGER NOT NULL,         -- 1 or 0
	outcome  TEXT    NOT NULL,         -- "answered", or why not
	question TEXT    NOT NULL,         -- the event that asked, "" if unknown
	spans    TEXT    NOT NULL,         -- what was quoted, parted by blanks
	reason   TEXT    NOT NULL,         -- why it was no help, "" if not said
	PRIMARY KEY (answer, person)
) WITHOUT ROWID;
INSERT INTO vote VALUES('m1','p1','discord-server-7',1768300000,1,'answered','e1','zrsg4ypt/2/2','');
CREATE TABLE question (
	id      TEXT    PRIMARY KEY,       -- the event that asked
	person  TEXT    NOT NULL,
	place   TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	outcome TEXT    NOT NULL,
	words   TEXT    NOT NULL
) WITHOUT ROWID;
INSERT INTO question VALUES('e1','p1','discord-server-7',1768300000,'answered','What about the plough?');
CREATE TABLE claim (
	id TEXT    PRIMARY KEY,
	at INTEGER NOT NULL
, owner TEXT NOT NULL DEFAULT '', until INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
INSERT INTO claim VALUES('e1',1768300000,'harbour-1',1764000000000,0);
CREATE TABLE job (
	library  TEXT    NOT NULL,
	id       TEXT    NOT NULL,
	kind     TEXT    NOT NULL,         -- address, file, path
	source   TEXT    NOT NULL,         -- the address; the file's name; the path
	content  BLOB,                     -- of a file, until the job has ended
	machine  TEXT    NOT NULL,         -- where a path is, '' for anywhere
	feed     TEXT    NOT NULL,         -- the feed that brought it, '' for a person
	state    TEXT    NOT NULL,         -- waiting, running, done, failed, cancelled
	step     TEXT    NOT NULL,         -- how far it has come
	attempts INTEGER NOT NULL,
	due      INTEGER NOT NULL,
	owner    TEXT    NOT NULL,
	lease    INTEGER NOT NULL,
	asked    INTEGER NOT NULL,
	ended    INTEGER NOT NULL,
	outcome  TEXT    NOT NULL,         -- JSON, see jobs.go
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
INSERT INTO job VALUES('home','j1','address','https://news.example/plough',NULL,'','','done','stored',1,1768300000000,'',0,1768300000000,1768300001000,'{}');
CREATE TABLE shelf (
	library TEXT    NOT NULL,
	article TEXT    NOT NULL,
	version INTEGER NOT NULL,
	came    INTEGER NOT NULL,
	feed    TEXT    NOT NULL,          -- the feed that brought it first, '' for a person
	etag    TEXT    NOT NULL,          -- the page's, to ask whether it has changed
	modified TEXT    NOT NULL,
	pinned  INTEGER NOT NULL,
	PRIMARY KEY (library, article)
) WITHOUT ROWID;
INSERT INTO shelf VALUES('home','zrsg4ypt',2,1768300001000,'','"e"','',1);
CREATE TABLE source (
	address  TEXT    NOT NULL PRIMARY KEY,
	etag     TEXT    NOT NULL,
	modified TEXT    NOT NULL,
	due      INTEGER NOT NULL,
	polled   INTEGER NOT NULL,         -- when it last answered
	quiet    INTEGER NOT NULL,         -- polls in a row that brought nothing new
	failures INTEGER NOT NULL,         -- polls in a row that failed
	problem  TEXT    NOT NULL,         -- of the last failure, a sentence
	owner    TEXT    NOT NULL,
	lease    INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO source VALUES('https://news.example/feed.xml','','',1768300000000,1768299000000,0,0,'','',0);
CREATE TABLE feed (
	library TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	address TEXT    NOT NULL,
	title   TEXT    NOT NULL,
	channel TEXT    NOT NULL,          -- where new articles are announced, '' nowhere
	word    TEXT    NOT NULL,          -- only articles with it, '' for all
	speaker TEXT    NOT NULL,          -- only articles that credit them, '' for all
	added   INTEGER NOT NULL,
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
INSERT INTO feed VALUES('discord-server-7','f1','https://news.example/feed.xml','The Kelmar Gazette','c1','','',1768200000000);
CREATE TABLE entry (
	library TEXT    NOT NULL,
	feed    TEXT    NOT NULL,
	id      TEXT    NOT NULL,          -- a digest of the entry's own identifier
	seen    INTEGER NOT NULL,
	PRIMARY KEY (library, feed, id)
) WITHOUT ROWID;
INSERT INTO entry VALUES('discord-server-7','f1','d1',1768200000000);
CREATE TABLE watch (
	library TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	speaker TEXT    NOT NULL,
	channel TEXT    NOT NULL,          -- '' for a direct message
	person  TEXT    NOT NULL,          -- who asked for it
	since   INTEGER NOT NULL,          -- what came until then has been sent
	due     INTEGER NOT NULL,
	owner   TEXT    NOT NULL,
	lease   INTEGER NOT NULL,
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
INSERT INTO watch VALUES('discord-server-7','w1','ilse-varga','c1','p1',1768200000000,1768400000000,'',0);
CREATE TABLE spending (
	day        TEXT    NOT NULL,
	kind       TEXT    NOT NULL,
	id         TEXT    NOT NULL,       -- of the server or the person in Discord
	calls      INTEGER NOT NULL,
	estimated  INTEGER NOT NULL,       -- calls whose tokens had to be guessed
	prompt     INTEGER NOT NULL,
	completion INTEGER NOT NULL,
	PRIMARY KEY (day, kind, id)
) WITHOUT ROWID;
INSERT INTO spending VALUES('2026-01-13','server','7',1,0,900,60);
CREATE TABLE reply (
	place TEXT NOT NULL,               -- the place that asked, named like its library
	key   TEXT NOT NULL,
	day   TEXT NOT NULL,               -- when it came
	words TEXT NOT NULL,
	PRIMARY KEY (place, key)
) WITHOUT ROWID;
INSERT INTO reply VALUES('discord-server-7','k1','2026-01-13','{"prose":[]}');
CREATE TABLE pending (
	key   INTEGER PRIMARY KEY REFERENCES article (key), -- library << 32 | sequence
	terms BLOB NOT NULL                                 -- as in body.terms
);
INSERT INTO pending VALUES(4294967299,X'200261640301020105616e6f74680301010106626574746572030103010362757905020002010107636f756e63696c03010101066472697665720301030103696c7303010101046b65707403010201046c6f736503010101056d61796f7203010101066d6f6e64617903010101056d6f6e657903010301036f6c640301020106706c6f7567680703000201010101047265696c0301030104736169640502010102010473616c7403010301067365636f6e6405020002010104736e6f770502000201010573706172650301020105737065616b03010301057370656e740301030106737072696e670301020104746f6d610301030104746f776e05020002010105766172676105020101010104766f7465030101010677696e7465720301010105c2a7696c7305020101010106c2a77265696c0301030106c2a7746f6d610301030107c2a77661726761050201010101');
CREATE TABLE gateway (
	app  TEXT PRIMARY KEY,
	size INTEGER NOT NULL,
	next INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO gateway VALUES('app1',2,0);
CREATE TABLE process (
	app   TEXT NOT NULL,
	id    TEXT NOT NULL,
	until INTEGER NOT NULL,
	PRIMARY KEY (app, id)
) WITHOUT ROWID;
INSERT INTO process VALUES('app1','host-1',1768300009000);
CREATE TABLE shard (
	app    TEXT NOT NULL,
	size   INTEGER NOT NULL,
	number INTEGER NOT NULL,
	owner  TEXT NOT NULL,
	until  INTEGER NOT NULL,
	ready  INTEGER NOT NULL,            -- 1 when Discord has greeted it
	PRIMARY KEY (app, size, number)
) WITHOUT ROWID;
INSERT INTO shard VALUES('app1',2,0,'host-1',1768300009000,1);
CREATE TABLE identify (
	app    TEXT NOT NULL,
	bucket INTEGER NOT NULL,
	at     INTEGER NOT NULL,
	PRIMARY KEY (app, bucket)
) WITHOUT ROWID;
INSERT INTO identify VALUES('app1',0,1768300000000);
CREATE TABLE vector (
	library   INTEGER NOT NULL,
	key       INTEGER NOT NULL,
	paragraph INTEGER NOT NULL,
	model     TEXT    NOT NULL,
	data      BLOB    NOT NULL,        -- one byte a dimension, signed, see vectors.go
	PRIMARY KEY (library, key, paragraph, model)
) WITHOUT ROWID;
INSERT INTO vector VALUES(1,4294967299,1,'text-embedding-3-small',X'7f01ff');
CREATE TABLE handover (
	app     TEXT    NOT NULL,
	size    INTEGER NOT NULL,
	number  INTEGER NOT NULL,
	session TEXT    NOT NULL,
	address TEXT    NOT NULL,       -- where Discord wants it taken up, '' for anywhere
	seq     INTEGER NOT NULL,
	servers INTEGER NOT NULL,
	intents INTEGER NOT NULL,
	at      INTEGER NOT NULL,
	owner   TEXT    NOT NULL,
	PRIMARY KEY (app, size, number)
) WITHOUT ROWID;
INSERT INTO handover VALUES('420',1,0,'5e55104','',17,3,4609,1764000000000,'harbour-1');
CREATE TABLE outcome (
	day       TEXT NOT NULL,
	outcome   TEXT NOT NULL,
	questions INTEGER NOT NULL,
	PRIMARY KEY (day, outcome)
) WITHOUT ROWID;
INSERT INTO outcome VALUES('2026-11-22','answered',41);
INSERT INTO outcome VALUES('2026-11-22','nothing_found',7);
CREATE TABLE activity (
	day       TEXT NOT NULL,
	server    TEXT NOT NULL,       -- Discord's ID
	questions INTEGER NOT NULL,
	PRIMARY KEY (day, server)
) WITHOUT ROWID;
INSERT INTO activity VALUES('2026-11-22','222222222222222222',48);
CREATE TABLE presence (
	process TEXT PRIMARY KEY,
	seen    INTEGER NOT NULL,
	report  TEXT NOT NULL          -- JSON, see presence.go
) WITHOUT ROWID;
INSERT INTO presence VALUES('harbour-1',1764000000000,'{"version":"0.1.0"}');
CREATE INDEX credit_key ON credit (key);
CREATE INDEX vote_person ON vote (person);
CREATE INDEX vote_time ON vote (at);
CREATE INDEX question_person ON question (person);
CREATE INDEX question_time ON question (at);
CREATE INDEX claim_time ON claim (at);
CREATE INDEX job_due ON job (due) WHERE state = 'waiting';
CREATE INDEX job_lease ON job (lease) WHERE state = 'running';
CREATE INDEX shelf_came ON shelf (library, came);
CREATE INDEX source_due ON source (due);
CREATE INDEX feed_address ON feed (address);
CREATE INDEX watch_due ON watch (due);
CREATE INDEX reply_day ON reply (day);
CREATE INDEX job_failed ON job (ended) WHERE state = 'failed';
CREATE INDEX source_failing ON source (failures) WHERE failures > 0;
COMMIT;
