"""What English calls what is of a country, where it has one word for it: Pakistani exports."""

from __future__ import annotations

_WORDS = """
AFG Afghan, AGO Angolan, ALB Albanian, AND Andorran, ARE Emirati, ARG Argentine, ARM Armenian, ATG Antiguan,
AUS Australian, AUT Austrian, AZE Azerbaijani, BDI Burundian, BEL Belgian, BEN Beninese, BFA Burkinabe,
BGD Bangladeshi, BGR Bulgarian, BHR Bahraini, BHS Bahamian, BIH Bosnian, BLR Belarusian, BLZ Belizean,
BOL Bolivian, BRA Brazilian, BRB Barbadian, BRN Bruneian, BTN Bhutanese, BWA Botswanan, CAF Central African,
CAN Canadian, CHE Swiss, CHL Chilean, CHN Chinese, CIV Ivorian, CMR Cameroonian, COL Colombian, COM Comorian,
CPV Cabo Verdean, CRI Costa Rican, CUB Cuban, CYP Cypriot, CZE Czech, DEU German, DJI Djiboutian, DMA Dominican,
DNK Danish, DOM Dominican, DZA Algerian, ECU Ecuadorian, EGY Egyptian, ERI Eritrean, ESP Spanish, EST Estonian,
ETH Ethiopian, FIN Finnish, FJI Fijian, FRA French, FSM Micronesian, GAB Gabonese, GBR British, GEO Georgian,
GHA Ghanaian, GIN Guinean, GMB Gambian, GNB Bissau-Guinean, GNQ Equatorial Guinean, GRC Greek, GRD Grenadian,
GTM Guatemalan, GUY Guyanese, HND Honduran, HRV Croatian, HTI Haitian, HUN Hungarian, IDN Indonesian, IND Indian,
IRL Irish, IRN Iranian, IRQ Iraqi, ISL Icelandic, ISR Israeli, ITA Italian, JAM Jamaican, JOR Jordanian,
JPN Japanese, KAZ Kazakh, KEN Kenyan, KGZ Kyrgyz, KHM Cambodian, KIR I-Kiribati, KNA Kittitian and Nevisian,
KOR South Korean, KWT Kuwaiti, LAO Lao, LBN Lebanese, LBR Liberian, LBY Libyan, LCA Saint Lucian, LIE Liechtenstein,
LKA Sri Lankan, LSO Basotho, LTU Lithuanian, LUX Luxembourg, LVA Latvian, MAR Moroccan, MCO Monegasque,
MDA Moldovan, MDG Malagasy, MDV Maldivian, MEX Mexican, MHL Marshallese, MKD North Macedonian, MLI Malian,
MLT Maltese, MMR Myanmar, MNE Montenegrin, MNG Mongolian, MOZ Mozambican, MRT Mauritanian, MUS Mauritian,
MWI Malawian, MYS Malaysian, NAM Namibian, NER Nigerien, NGA Nigerian, NIC Nicaraguan, NLD Dutch, NOR Norwegian,
NPL Nepali, NRU Nauruan, NZL New Zealand, OMN Omani, PAK Pakistani, PAN Panamanian, PER Peruvian, PHL Philippine,
PLW Palauan, PNG Papua New Guinean, POL Polish, PRK North Korean, PRT Portuguese, PRY Paraguayan, PSE Palestinian,
QAT Qatari, ROU Romanian, RUS Russian, RWA Rwandan, SAU Saudi, SDN Sudanese, SEN Senegalese, SGP Singaporean,
SLB Solomon Islands, SLE Sierra Leonean, SLV Salvadoran, SMR Sammarinese, SOM Somali, SRB Serbian,
SSD South Sudanese, STP Sao Tomean, SUR Surinamese, SVK Slovak, SVN Slovenian, SWE Swedish, SWZ Swazi,
SYC Seychellois, SYR Syrian, TCD Chadian, TGO Togolese, THA Thai, TJK Tajik, TKM Turkmen, TLS Timorese, TON Tongan,
TTO Trinidadian and Tobagonian, TUN Tunisian, TUR Turkish, TUV Tuvaluan, TZA Tanzanian, UGA Ugandan, UKR Ukrainian,
URY Uruguayan, USA American, UZB Uzbek, VCT Vincentian, VEN Venezuelan, VNM Vietnamese, VUT Vanuatu, WSM Samoan,
YEM Yemeni, ZAF South African, ZMB Zambian, ZWE Zimbabwean
"""

ADJECTIVES: dict[str, str] = {
    code: words for code, _, words in (entry.strip().partition(" ") for entry in _WORDS.split(","))
}
"""Alpha-3 → adjective. Of two states of one name (Congo), and of territories, there is none."""
