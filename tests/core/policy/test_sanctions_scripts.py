"""Listed names in other scripts and disguises are found, and hardly one of two hundred everyday names."""

import pytest

from parley.core.policy.sanctions import keys_of
from parley.core.policy.sanctions.matching import likeness

SAME = [
    ("حزب الله", "Hizballah"),
    ("حزب الله", "Hezbollah"),
    ("Hizbullah", "Hezbollah"),
    ("Hezbolla", "HIZBALLAH"),
    ("Hizb Allah", "Hizballah"),
    ("Hizbollah Organisation", "HIZBALLAH"),
    ("Хезболла", "Hezbollah"),
    ("H3zb0ll4h", "Hezbollah"),
    ("القاعدة", "Al-Qaida"),
    ("Al Qaeda", "AL-QA'IDA"),
    ("Аль-Каида", "Al-Qaida"),
    ("حماس", "HAMAS"),
    ("ХАМАС", "Hamas"),
    ("طالبان", "Taliban"),
    ("Талибан", "Taliban"),
    ("داعش", "Da'esh"),
    ("ISIS", "I.S.I.S."),
    ("بوكو حرام", "Boko Haram"),
    ("Boko Harram", "Boko Haram"),
    ("B0k0 H4ram", "Boko Haram"),
    ("Аль-Шабааб", "Al-Shabaab"),
    ("الشباب", "Al-Shabaab"),
    ("Лашкар-е-Тайба", "Lashkar-e-Tayyiba"),
    ("लश्कर-ए-तैयबा", "Lashkar-e-Tayyiba"),
    ("Lashkar e Toiba", "Lashkar-e-Tayyiba"),
    ("जैश-ए-मोहम्मद", "Jaish-e-Mohammed"),
    ("Jaysh i Muhammad", "Jaish-e-Mohammed"),
    ("王小明", "WANG Xiaoming"),
    ("习近平", "XI Jinping"),
    ("Xi Jin Ping", "XI Jinping"),
    ("김정은", "KIM Jong Un"),
    ("Владимир Путин", "Vladimir PUTIN"),
    ("Vladimír Putin", "Vladimir PUTIN"),
    ("Wladimir Putin", "Vladimir PUTIN"),
    ("Володимир Путін", "Vladimir PUTIN"),
    ("V1ad1mir Put1n", "Vladimir PUTIN"),
    ("Сергей Лавров", "Sergei LAVROV"),
    ("Serguei Lavrov", "Sergei LAVROV"),
    ("Осама бин Ладен", "Usama BIN LADIN"),
    ("Osama bin Laden", "Usama BIN LADIN"),
    ("اسامة بن لادن", "Usama BIN LADIN"),
    ("0sama bin Laden", "Usama BIN LADIN"),
    ("أيمن الظواهري", "Ayman al-Zawahiri"),
    ("Lazarus Gr0up", "LAZARUS GROUP"),
    ("Jemaah Islamiya", "Jamaah Islamiyah"),
    ("Вагнер", "WAGNER GROUP"),
    ("Cártel de Sinaloa", "Sinaloa Cartel"),
    ("Mara Salvatrucha", "MS-13 Mara Salvatrucha"),
    ("חיזבאללה", "Hizballah"),
    ("Χεζμπολάχ", "Hezbollah"),
    ("ヒズボラ", "Hizballah"),
    ("ヘズボラ", "Hezbollah"),
]
LISTED = [
    "HIZBALLAH",
    "Hezbollah",
    "AL-QAIDA",
    "HAMAS",
    "TALIBAN",
    "BOKO HARAM",
    "AL-SHABAAB",
    "Lashkar-e-Tayyiba",
    "Jaish-e-Mohammed",
    "XI Jinping",
    "KIM Jong Un",
    "Vladimir PUTIN",
    "Sergei LAVROV",
    "Usama BIN LADIN",
    "Ayman al-Zawahiri",
    "LAZARUS GROUP",
    "Jamaah Islamiyah",
    "WAGNER GROUP",
    "Sinaloa Cartel",
    "Vasiliy Arkadyevich TORGENSKY",
    "يوسف عبد الكريم المنظوري",
    "BLACK HERON BRIGADE",
    "Silver Thistle Relief Foundation",
    "Mirwais Qadir ZURABANI",
    "Mohammed Hassan Al-Rahim",
    "Ahmad Khan Zadran",
    "Li Fangwei",
    "CHEN Guang",
    "Alexei Brunatov",
    "Ali Hassan Mahmoud",
    "Ivan Sergeevich Orlov",
    "PARK Jin Hyok",
    "Yusuf Omar Said",
]
EVERYDAY = """
John Smith, Mary Johnson, Ahmed Hassan, Fatima Khan, Mohammed Ali, Wei Zhang
Li Wang, Carlos Garcia, Maria Lopez, Jean Dupont, Anna Müller, Ivan Petrov
Olga Ivanova, Priya Sharma, Rahul Gupta, Aisha Bello, Chinedu Okafor, Kim Min-jun
Park Ji-woo, Sato Yuki, Tanaka Hiroshi, Nguyen Van An, Tran Thi Hoa, Yusuf Demir
Ayşe Yılmaz, Giorgos Papadopoulos, Eleni Nikolaou, David Cohen, Sarah Levi, Abdullah Rahman
Omar Farouk, Layla Haddad, Khalid Mansour, Youssef Amrani, Zineb Alaoui, Pedro Silva
Ana Souza, João Pereira, Beatriz Santos, Kwame Mensah, Ama Owusu, Tesfaye Bekele
Wanjiru Kamau, Juma Otieno, Piotr Kowalski, Katarzyna Nowak, Lars Hansen, Ingrid Larsen
Mikko Virtanen, Sofia Rossi, Luca Bianchi, Emma de Vries, Jan Jansen, Mehdi Karimi
Nasrin Ahmadi, Arjun Singh, Gurpreet Kaur, Suresh Iyer, Lakshmi Nair, Dilshan Perera
Md Karim Uddin, Nusrat Jahan, Tan Wei Ming, Lim Siew Ling, Budi Santoso, Siti Rahayu
Jose Rizal Cruz, Maria Clara Santos, Somchai Jaidee, Oyun Batbayar, أحمد حسن, فاطمة خان
محمد علي, ليلى حداد, خالد منصور, يوسف العمراني, عبد الرحمن صالح, مريم سعيد
عمر فاروق, نور الدين قاسم, زينب حسين, سامي جابر, هدى الشريف, كريم عبد الله
ياسر محمود, منى إبراهيم, بلال حمدان, رنا خليل, طارق عيسى, سلمى ناصر
حسن نصار, إيمان زكي, جمال بدر, رانيا عوض, وليد شاكر, Иван Петров
Ольга Иванова, Сергей Смирнов, Наталья Кузнецова, Дмитрий Попов, Анна Соколова, Алексей Лебедев
Мария Козлова, Андрей Новиков, Екатерина Морозова, Тарас Шевчук, Оксана Бондаренко, Владимир Орлов
Ирина Волкова, Павел Захаров, 王伟, 李娜, 张敏, 刘洋
陈静, 杨帆, 赵磊, 黄丽, 周杰, 吴芳
徐强, 孙丽, 马超, 朱红, 胡军, 郭涛
林峰, 何静, 高远, 梁宇, 김민준, 이서연
박지우, 최수빈, 정하은, 강도윤, 조예준, 윤서현
장지호, 임하윤, राहुल गुप्ता, प्रिया शर्मा, अमित कुमार, सुनीता देवी
विकास सिंह, नेहा वर्मा, राजेश पटेल, पूजा मिश्रा, संजय यादव, कविता जोशी
佐藤ゆき, 田中ひろし, スズキ ケンタ, タナカ ユミ, דוד כהן, שרה לוי
משה מזרחי, Γιώργος Παπαδόπουλος, Ελένη Νικολάου, Νίκος Γεωργίου, Green Valley Bakery, Blue Ocean Trading LLC
Sunrise Pharmacy Supplies, Casa Verde SL, 3M Company, 7-Eleven, H2O Plumbing, Cafe 24
B2B Solutions Ltd, Global Trade Services, Islamic Relief Bakery, Hamza Motors, Al Noor Trading, Al Salam Restaurant
Taliesin Books, Bokaro Steel, Hassan Brothers, Lashkar Gah Carpets, Wagner Pianos, Sinaloa Grill
Shabaab Sports, Hezron Foods, Kaida Sushi, Isis Beauty Salon, Hama Beads, Lazarus Books
Putnam Bank, Laden Logistics, Kim's Kitchen, Jong's Noodles, Emily Clarke, Oliver Hughes
Chiara Ferrari, Hugo Moreau, Camille Laurent, Diego Fernández, Lucía Romero, Rafael Costa
Thiago Almeida, Grace Achieng, Kofi Boateng, Hana Nováková
"""


@pytest.mark.parametrize(("ours", "listed"), SAME)
def test_a_listed_name_is_known_in_other_scripts_and_with_digits_for_letters(ours: str, listed: str) -> None:
    assert likeness(ours, listed) >= 85
    assert set(keys_of(ours)) & set(keys_of(listed))


def test_hardly_an_everyday_name_is_taken_for_a_listed_one() -> None:
    names = [name.strip() for name in EVERYDAY.replace("\n", ",").split(",") if name.strip()]
    alarms = {name for name in names for listed in LISTED if likeness(name, listed) >= 85}
    assert len(names) >= 200
    assert alarms <= {"Mohammed Ali"}  # as short a part of a long name as "Hassan Ali"
