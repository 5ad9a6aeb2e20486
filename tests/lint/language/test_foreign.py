"""Drafts in eleven languages, and English copy that has a few foreign words."""

from __future__ import annotations

import pytest

from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.readers.plain import read

DRAFTS = {
    "Arabic": (
        "الجسر لا يزال مغلقا\n\n"
        "قرر مجلس المدينة يوم الاثنين إبقاء الجسر القديم مغلقا حتى نهاية الأعمال، كما أوضحت رئيسة "
        "البلدية ليلى حداد للسكان.\n\n"
        'وقالت حداد بعد الاجتماع: "لا نريد أن نعرض أحدا للخطر". ويطلب التجار المساعدة لأنهم خسروا '
        "نصف زبائنهم منذ بداية الأعمال.\n\n"
        "ووقع نحو 400 شخص رسالة تطالب بفتح مسار واحد على الأقل للحافلات.\n\n"
    ),
    "Chinese": (
        "大桥继续关闭\n\n"
        "市议会周一决定,在工程结束之前旧桥继续关闭,市长王芳对居民说。\n\n"
        "“我们不想让任何人冒险。”王芳在会后说。主街的商户要求补助,因为自从施工开始以来他们失去了一半的顾客。\n\n"
        "大约400人签署了一封信,要求至少开放一条公交车道。\n\n"
    ),
    "Dutch": (
        "Brug blijft dicht\n\n"
        "De gemeenteraad besloot maandag om de oude brug dicht te houden tot het einde van de "
        "werkzaamheden, zei burgemeester Anna de Vries tegen de bewoners.\n\n"
        "“We willen niemand in gevaar brengen”, zei De Vries na de vergadering. De winkeliers in "
        "de hoofdstraat vragen om hulp omdat ze sinds het begin van het werk de helft van hun "
        "klanten kwijt zijn.\n\n"
        "Zo'n 400 mensen ondertekenden een brief waarin ze vragen om ten minste een rijstrook "
        "voor bussen te openen.\n\n"
        "Het bedrijf heeft nog geen datum genoemd.\n\n"
    ),
    "French": (
        "Le pont restera fermé tout l'hiver\n\n"
        "La mairie a décidé lundi de laisser fermé le vieux pont jusqu'à la fin des travaux, a "
        "expliqué la maire Claire Morel aux habitants du quartier.\n\n"
        "« Nous ne voulons mettre personne en danger », a-t-elle déclaré après la réunion. Les "
        "commerçants demandent des aides car ils ont perdu la moitié de leurs clients depuis le "
        "début du chantier.\n\n"
        "Quelque 400 personnes ont signé une lettre qui réclame l'ouverture d'une voie pour les "
        "autobus.\n\n"
        "L'entreprise n'a pas encore donné de date.\n\n"
    ),
    "German": (
        "Brücke bleibt bis zum Frühjahr gesperrt\n\n"
        "Der Stadtrat hat am Montag beschlossen, die alte Brücke bis zum Ende der Arbeiten "
        "gesperrt zu lassen, wie Bürgermeisterin Anna Vogt den Anwohnern erklärte.\n\n"
        "„Wir wollen niemanden in Gefahr bringen“, sagte Vogt nach der Sitzung. Die Händler in "
        "der Hauptstraße fordern Hilfe, weil sie seit Beginn der Bauarbeiten die Hälfte ihrer "
        "Kunden verloren haben.\n\n"
        "Rund 400 Menschen unterschrieben einen Brief, in dem sie verlangen, dass wenigstens eine "
        "Spur für Busse geöffnet wird.\n\n"
        "Die Firma nannte noch keinen Termin.\n\n"
    ),
    "Italian": (
        "Il ponte resta chiuso\n\n"
        "Il comune ha deciso lunedì di tenere chiuso il vecchio ponte fino alla fine dei lavori, "
        "ha spiegato la sindaca Marta Rossi ai residenti del quartiere.\n\n"
        "«Non vogliamo mettere in pericolo nessuno», ha detto Rossi dopo la riunione. I "
        "negozianti della via principale chiedono aiuti perché hanno perso metà dei clienti da "
        "quando sono cominciati i lavori.\n\n"
        "Circa 400 persone hanno firmato una lettera in cui chiedono che venga aperta una corsia "
        "per gli autobus.\n\n"
        "L'azienda non ha ancora dato una data.\n\n"
    ),
    "Polish": (
        "Most pozostaje zamknięty\n\n"
        "Rada miasta zdecydowała w poniedziałek, że stary most pozostanie zamknięty do końca "
        "prac, powiedziała mieszkańcom burmistrz Anna Nowak.\n\n"
        "„Nie chcemy nikogo narażać na niebezpieczeństwo”, powiedziała Nowak po posiedzeniu. "
        "Sklepikarze z głównej ulicy proszą o pomoc, bo od początku robót stracili połowę "
        "klientów.\n\n"
        "Około 400 osób podpisało list, w którym domagają się otwarcia przynajmniej jednego pasa "
        "dla autobusów.\n\n"
        "Firma nie podała jeszcze terminu.\n\n"
    ),
    "Portuguese": (
        "A ponte continua fechada\n\n"
        "A câmara decidiu na segunda-feira manter fechada a ponte velha até ao fim das obras, "
        "explicou a presidente Marta Lopes aos moradores.\n\n"
        "“Não queremos pôr ninguém em risco”, disse Lopes depois da reunião. Os comerciantes da "
        "rua principal pedem ajuda porque perderam metade dos clientes desde que começaram os "
        "trabalhos.\n\n"
        "Cerca de 400 pessoas assinaram uma carta em que pedem a abertura de uma faixa para os "
        "autocarros.\n\n"
        "A empresa ainda não indicou um prazo.\n\n"
    ),
    "Russian": (
        "Мост остаётся закрытым\n\n"
        "Городской совет решил в понедельник оставить старый мост закрытым до конца работ, "
        "сообщила жителям мэр Анна Орлова.\n\n"
        "«Мы не хотим никого подвергать опасности», — сказала Орлова после заседания. Торговцы "
        "главной улицы просят помощи, потому что с начала работ потеряли половину покупателей.\n\n"
        "Около 400 человек подписали письмо, в котором требуют открыть хотя бы одну полосу для "
        "автобусов.\n\n"
    ),
    "Spanish": (
        "El puente sigue cerrado por tercera semana\n\n"
        "El ayuntamiento decidió el lunes mantener cerrado el puente viejo hasta que terminen las "
        "obras, según explicó la alcaldesa Marta Soler a los vecinos.\n\n"
        "“No podemos poner en riesgo a nadie”, dijo Soler después de la reunión. Los comerciantes "
        "de la calle mayor piden ayudas porque han perdido la mitad de sus clientes desde que "
        "empezaron los trabajos.\n\n"
        "Unas 400 personas firmaron una carta en la que exigen que se abra al menos un carril "
        "para los autobuses.\n\n"
        "La empresa respondió que no hay plazo todavía.\n\n"
    ),
    "Turkish": (
        "Köprü kapalı kalıyor\n\n"
        "Belediye meclisi pazartesi günü eski köprünün çalışmalar bitene kadar kapalı kalmasına "
        "karar verdi, dedi belediye başkanı Ayşe Demir.\n\n"
        "“Kimseyi tehlikeye atmak istemiyoruz” diyen Demir, toplantıdan sonra sakinlerle konuştu. "
        "Ana caddedeki esnaf, çalışmalar başladığından beri müşterilerinin yarısını kaybettiği "
        "için yardım istiyor.\n\n"
        "Yaklaşık 400 kişi, otobüsler için en az bir şeridin açılmasını isteyen bir mektup "
        "imzaladı.\n\n"
        "Şirket henüz bir tarih vermedi.\n\n"
    ),
}


def draft(text: str) -> Document:
    return Document(read("draft.txt", text.encode()))


@pytest.mark.parametrize("language", DRAFTS)
def test_every_block_of_a_draft_in_another_language(language: str) -> None:
    copy = draft(DRAFTS[language]).copy
    assert set(copy) == {CopyKind.FOREIGN}
    assert copy.is_foreign


ENGLISH = (
    "The council voted on Monday to keep the old bridge closed until the end of the year, the mayor said."
)


@pytest.mark.parametrize("language", DRAFTS)
def test_one_paragraph_in_another_language_among_english_ones(language: str) -> None:
    longest = max(DRAFTS[language].split("\n\n"), key=len)
    copy = draft(f"{ENGLISH}\n\n{longest}\n\n{ENGLISH}\n\n{ENGLISH}\n").copy
    assert [kind is CopyKind.FOREIGN for kind in copy] == [False, True, False, False]
    assert not copy.is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "From left: Oscar de la Renta, Miguel de la Torre, Krzysztof Błaszczykowski and Ana dos Santos.",
        "She sang “La vie en rose” and “Non, je ne regrette rien” in the café.",
        "The naïve soufflé of the café was a cliché, the maître d’hôtel said.",
        "El Paso, Las Cruces, Los Alamos, San Juan de la Costa",
        "The sign says Открыто.",
        "“C’est la vie,” he said.",
        "He drove from Den Haag to Bad Homburg vor der Höhe in the Van der Berg van.",
        "",
    ],
)
def test_english_with_foreign_names_and_words(text: str) -> None:
    copy = draft(f"{text}\n\n{ENGLISH}\n").copy
    assert CopyKind.FOREIGN not in copy
    assert not copy.is_foreign
