package answer

import "testing"

func TestInEnglish(t *testing.T) {
	for _, c := range []struct{ question, want string }{
		{"¿Qué dijo Petra Oduya sobre las obras?", "What did Petra Oduya say about obras?"},
		{"qué dijo Oduya", "What did Oduya say?"},
		{"¿Quién dijo que el puente está cerrado?", "Who said el puente está cerrado?"},
		{"Qu’a dit Petra Oduya sur les travaux ?", "What did Petra Oduya say about travaux?"},
		{"Qu'est-ce que Mme Oduya a dit à propos du pont ?", "What did Mme Oduya say about pont?"},
		{"Was sagte Oduya über die Brücke?", "What did Oduya say about Brücke?"},
		{"Was hat Oduya über die Brücke gesagt?", "What did Oduya say about Brücke?"},
		{"Was hat Oduya gesagt?", "What did Oduya say?"},
		{"O que Oduya disse sobre a ponte?", "What did Oduya say about ponte?"},
		{"Che cosa ha detto Oduya sul ponte?", "What did Oduya say about ponte?"},
		{"Что сказала Петра Одуя о ремонте?", "What did Петра Одуя say about ремонте?"},
		{"What did Oduya say about the bridge?", "What did Oduya say about the bridge?"},
		{"Was Oduya there?", "Was Oduya there?"},
		{"Was the bridge closed?", "Was the bridge closed?"},
		{"Que será, será", "Que será, será"},
	} {
		if got := inEnglish(c.question); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.question, got, c.want)
		}
	}
}
