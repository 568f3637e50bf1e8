-- A library at schema 3: that of schema 2, with this schema's tables as its file makes
-- them and a row in each. By sqlite3's .dump.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (program TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (program, number));
INSERT INTO migration VALUES('onrecord',1,'0001_init.sql');
INSERT INTO migration VALUES('onrecord',2,'0002_retired.sql');
INSERT INTO migration VALUES('onrecord',3,'0003_servers.sql');
CREATE TABLE library (
	id      INTEGER PRIMARY KEY,
	name    TEXT    NOT NULL UNIQUE,
	version INTEGER NOT NULL,          -- grows with every write, for caches
	next    INTEGER NOT NULL,          -- the sequence of the next article
	docs    INTEGER NOT NULL,          -- citable paragraphs of newest versions
	length  INTEGER NOT NULL           -- the sum of their lengths, in terms
, retired INTEGER NOT NULL DEFAULT 0);
INSERT INTO library VALUES(1,'home',5,4,3,31,2);
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
INSERT INTO article VALUES(4294967298,1,'hbmf6pjm',1,0,'Town buys a second snow plough',0,'https://news.example/plough','','null','en',1768176000,X'18985fcaf6733de6d4a64d6addb83fb2828fdc6c7a2f456a8d012c4daf422430',X'0a0f0609');
INSERT INTO article VALUES(4294967299,1,'hbmf6pjm',2,1,'Town buys a second snow plough',0,'https://news.example/plough','','null','en',1768176000,X'2b074b1090fe1310b36add081090a8d8deb8cad83ca31728dc8e12d4d846957d',X'0a0f0709');
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
INSERT INTO posting VALUES(1,'ad',0,X'03010201');
INSERT INTO posting VALUES(1,'anoth',0,X'03010101');
INSERT INTO posting VALUES(1,'better',0,X'03010301');
INSERT INTO posting VALUES(1,'buy',0,X'030200020101');
INSERT INTO posting VALUES(1,'council',0,X'03010101');
INSERT INTO posting VALUES(1,'driver',0,X'03010301');
INSERT INTO posting VALUES(1,'ils',0,X'03010101');
INSERT INTO posting VALUES(1,'kept',0,X'03010201');
INSERT INTO posting VALUES(1,'lose',0,X'03010101');
INSERT INTO posting VALUES(1,'mayor',0,X'03010101');
INSERT INTO posting VALUES(1,'monday',0,X'03010101');
INSERT INTO posting VALUES(1,'money',0,X'03010301');
INSERT INTO posting VALUES(1,'old',0,X'03010201');
INSERT INTO posting VALUES(1,'plough',0,X'0303000201010101');
INSERT INTO posting VALUES(1,'reil',0,X'03010301');
INSERT INTO posting VALUES(1,'said',0,X'030201010201');
INSERT INTO posting VALUES(1,'salt',0,X'03010301');
INSERT INTO posting VALUES(1,'second',0,X'030200020101');
INSERT INTO posting VALUES(1,'snow',0,X'030200020101');
INSERT INTO posting VALUES(1,'spare',0,X'03010201');
INSERT INTO posting VALUES(1,'speak',0,X'03010301');
INSERT INTO posting VALUES(1,'spent',0,X'03010301');
INSERT INTO posting VALUES(1,'spring',0,X'03010201');
INSERT INTO posting VALUES(1,'toma',0,X'03010301');
INSERT INTO posting VALUES(1,'town',0,X'030200020101');
INSERT INTO posting VALUES(1,'varga',0,X'030201010101');
INSERT INTO posting VALUES(1,'vote',0,X'03010101');
INSERT INTO posting VALUES(1,'winter',0,X'03010101');
INSERT INTO posting VALUES(1,'§ils',0,X'030201010101');
INSERT INTO posting VALUES(1,'§reil',0,X'03010301');
INSERT INTO posting VALUES(1,'§toma',0,X'03010301');
INSERT INTO posting VALUES(1,'§varga',0,X'030201010101');
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
INSERT INTO setting VALUES(1,'edition','2');
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
) WITHOUT ROWID;
INSERT INTO claim VALUES('e1',1768300000);
CREATE INDEX credit_key ON credit (key);
CREATE INDEX vote_person ON vote (person);
CREATE INDEX vote_time ON vote (at);
CREATE INDEX question_person ON question (person);
CREATE INDEX question_time ON question (at);
CREATE INDEX claim_time ON claim (at);
COMMIT;
