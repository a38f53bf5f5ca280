using System.Text;

namespace Synapse.Actions.Exporting.Naming;

/// <summary>
/// Takes letters with marks apart, so that names which look the same are the same: <c>é</c> as one character, and as an e with a
/// mark behind it. .NET does this only with the tables of ICU, which plugins do without. Latin, Greek, Cyrillic, kana
/// and Hangul are known: what file systems are known to change.
/// </summary>
internal static class Decomposition
{
    private const char FirstSyllable = '\uac00';
    private const int Syllables = 11172;
    private const int Vowels = 21;
    private const int Tails = 28;

    // A mark, and the letters with it, each followed by the letter without. As Unicode has it.
    private static readonly string[][] Table =
    [
        ["\u0300", "ÀAÈEÌIÒOÙUàaèeìiòoùuǛÜǜüǸNǹnЀЕЍИѐеѝиḔĒḕēṐŌṑōẀWẁwẦÂầâẰĂằăỀÊềêỒÔồôỜƠờơỪƯừưỲYỳyἂἀἃἁἊἈἋἉἒἐἓἑἚἘἛἙἢἠἣἡ"],
        ["\u0300", "ἪἨἫἩἲἰἳἱἺἸἻἹὂὀὃὁὊὈὋὉὒὐὓὑὛὙὢὠὣὡὪὨὫὩὰαὲεὴηὶιὸοὺυὼωᾺΑῈΕῊΗῒϊῚΙῢϋῪΥῸΟῺΩ"],
        ["\u0301", "ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzǗÜǘüǴGǵgǺÅǻåǼÆǽæǾØǿøΆΑΈΕΉΗΊΙΌΟΎΥΏΩΐϊάαέεήηίιΰϋόο"],
        ["\u0301", "ύυώωϓϒЃГЌКѓгќкḈÇḉçḖĒḗēḮÏḯïḰKḱkḾMḿmṌÕṍõṒŌṓōṔPṕpṸŨṹũẂWẃwẤÂấâẮĂắăẾÊếêỐÔốôỚƠớơỨƯứưἄἀἅἁἌἈἍἉἔἐἕἑἜἘἝἙἤἠ"],
        ["\u0301", "ἥἡἬἨἭἩἴἰἵἱἼἸἽἹὄὀὅὁὌὈὍὉὔὐὕὑὝὙὤὠὥὡὬὨὭὩ"],
        ["\u0302", "ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷyẐZẑzẬẠậạỆẸệẹỘỌộọ"],
        ["\u0303", "ÃAÑNÕOãañnõoĨIĩiŨUũuṼVṽvẪÂẫâẴĂẵăẼEẽeỄÊễêỖÔỗôỠƠỡơỮƯữưỸYỹy"],
        ["\u0304", "ĀAāaĒEēeĪIīiŌOōoŪUūuǕÜǖüǞÄǟäǠȦǡȧǢÆǣæǬǪǭǫȪÖȫöȬÕȭõȰȮȱȯȲYȳyӢИӣиӮУӯуḠGḡgḸḶḹḷṜṚṝṛᾱαᾹΑῑιῙΙῡυῩΥ"],
        ["\u0306", "ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuЎУЙИйиўуӁЖӂжӐАӑаӖЕӗеḜȨḝȩẶẠặạᾰαᾸΑῐιῘΙῠυῨΥ"],
        ["\u0307", "ĊCċcĖEėeĠGġgİIŻZżzȦAȧaȮOȯoḂBḃbḊDḋdḞFḟfḢHḣhṀMṁmṄNṅnṖPṗpṘRṙrṠSṡsṤŚṥśṦŠṧšṨṢṩṣṪTṫtẆWẇwẊXẋxẎYẏyẛſ"],
        ["\u0308", "ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYΪΙΫΥϊιϋυϔϒЁЕЇІёеїіӒАӓаӚӘӛәӜЖӝжӞЗӟзӤИӥиӦОӧоӪӨӫөӬЭӭэӰУӱуӴЧӵчӸЫӹыḦHḧhṎÕṏõṺŪ"],
        ["\u0308", "ṻūẄWẅwẌXẍxẗt"],
        ["\u0309", "ẢAảaẨÂẩâẲĂẳăẺEẻeỂÊểêỈIỉiỎOỏoỔÔổôỞƠởơỦUủuỬƯửưỶYỷy"],
        ["\u030a", "ÅAåaŮUůuẘwẙy"],
        ["\u030b", "ŐOőoŰUűuӲУӳу"],
        ["\u030c", "ČCčcĎDďdĚEěeĽLľlŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuǙÜǚüǦGǧgǨKǩkǮƷǯʒǰjȞHȟh"],
        ["\u030f", "ȀAȁaȄEȅeȈIȉiȌOȍoȐRȑrȔUȕuѶѴѷѵ"],
        ["\u0311", "ȂAȃaȆEȇeȊIȋiȎOȏoȒRȓrȖUȗu"],
        ["\u0313", "ἀαἈΑἐεἘΕἠηἨΗἰιἸΙὀοὈΟὐυὠωὨΩῤρ"],
        ["\u0314", "ἁαἉΑἑεἙΕἡηἩΗἱιἹΙὁοὉΟὑυὙΥὡωὩΩῥρῬΡ"],
        ["\u031b", "ƠOơoƯUưu"],
        ["\u0323", "ḄBḅbḌDḍdḤHḥhḲKḳkḶLḷlṂMṃmṆNṇnṚRṛrṢSṣsṬTṭtṾVṿvẈWẉwẒZẓzẠAạaẸEẹeỊIịiỌOọoỢƠợơỤUụuỰƯựưỴYỵy"],
        ["\u0324", "ṲUṳu"],
        ["\u0325", "ḀAḁa"],
        ["\u0326", "ȘSșsȚTțt"],
        ["\u0327", "ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţtȨEȩeḐDḑdḨHḩh"],
        ["\u0328", "ĄAąaĘEęeĮIįiŲUųuǪOǫo"],
        ["\u032d", "ḒDḓdḘEḙeḼLḽlṊNṋnṰTṱtṶUṷu"],
        ["\u032e", "ḪHḫh"],
        ["\u0330", "ḚEḛeḬIḭiṴUṵu"],
        ["\u0331", "ḆBḇbḎDḏdḴKḵkḺLḻlṈNṉnṞRṟrṮTṯtẔZẕzẖh"],
        ["\u0342", "ἆἀἇἁἎἈἏἉἦἠἧἡἮἨἯἩἶἰἷἱἾἸἿἹὖὐὗὑὟὙὦὠὧὡὮὨὯὩᾶαῆηῖιῗϊῦυῧϋῶω"],
        ["\u0345", "ᾀἀᾁἁᾂἂᾃἃᾄἄᾅἅᾆἆᾇἇᾈἈᾉἉᾊἊᾋἋᾌἌᾍἍᾎἎᾏἏᾐἠᾑἡᾒἢᾓἣᾔἤᾕἥᾖἦᾗἧᾘἨᾙἩᾚἪᾛἫᾜἬᾝἭᾞἮᾟἯᾠὠᾡὡᾢὢᾣὣᾤὤᾥὥᾦὦᾧὧᾨὨᾩὩᾪὪᾫὫᾬὬᾭὭᾮὮᾯὯ"],
        ["\u0345", "ᾲὰᾳαᾴάᾷᾶᾼΑῂὴῃηῄήῇῆῌΗῲὼῳωῴώῷῶῼΩ"],
        ["\u3099", "がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほゔうゞゝガカギキグクゲケゴコザサジシズスゼセゾソダタヂチヅツデテドトバハビヒブフベヘボホヴウヷワヸヰヹヱヺヲヾヽ"],
        ["\u309a", "ぱはぴひぷふぺへぽほパハピヒプフペヘポホ"],
    ];

    private static readonly Dictionary<char, (char Letter, char Mark)> Parts = Read();

    public static string Of(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var parts = new StringBuilder(text.Length * 2);
        foreach (var letter in text)
        {
            Add(letter, parts);
        }

        return parts.ToString();
    }

    private static void Add(char letter, StringBuilder parts)
    {
        if (letter - FirstSyllable is var syllable && (uint)syllable < Syllables)
        {
            parts.Append((char)('\u1100' + (syllable / (Vowels * Tails)))).Append((char)('\u1161' + (syllable / Tails % Vowels)));
            if (syllable % Tails is > 0 and var tail)
            {
                parts.Append((char)('\u11a7' + tail));
            }
        }
        else if (Parts.TryGetValue(letter, out var found))
        {
            Add(found.Letter, parts);
            parts.Append(found.Mark);
        }
        else
        {
            parts.Append(letter);
        }
    }

    private static Dictionary<char, (char Letter, char Mark)> Read()
    {
        var parts = new Dictionary<char, (char Letter, char Mark)>();
        foreach (var row in Table)
        {
            for (var i = 0; i < row[1].Length; i += 2)
            {
                parts.Add(row[1][i], (row[1][i + 1], row[0][0]));
            }
        }

        return parts;
    }
}
