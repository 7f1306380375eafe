//! The questions, with the wrong answers they are often given.

use tinh::model::Dataset;

use super::answers::*;

/// A question, how it is answered, and the wrong answer to it.
pub(crate) struct Question {
    pub(crate) ask: &'static str,
    pub(crate) answer: fn(&Dataset) -> Lines,
    pub(crate) not: &'static str,
}

pub(crate) const QUESTIONS: [Question; 32] = [
    Question {
        ask: "FDI projects of Hải Dương at the end of 2023",
        answer: q1,
        not: "518 of October without saying so",
    },
    Question {
        ask: "FDI stock of the four provinces of the articles",
        answer: q2,
        not: "49,456.92 exactly",
    },
    Question {
        ask: "Projects of 2023",
        answer: q3,
        not: "7,901: adjustments and share purchases are no projects",
    },
    Question {
        ask: "Registered capital of 2023 by part",
        answer: q4,
        not: "20,185.62, the new capital alone",
    },
    Question {
        ask: "Registered capital by year",
        answer: q5,
        not: "a series without a break at 2016",
    },
    Question {
        ask: "Registered and implemented capital of 2023",
        answer: q6,
        not: "their sum, 59,790.63",
    },
    Question {
        ask: "Foreign and domestic capital of Hải Dương in USD",
        answer: q7,
        not: "392,5 + 7.929, nor a conversion without rate and date",
    },
    Question {
        ask: "Development aid",
        answer: q8,
        not: "1.698 tỷ as aid (200 tỷ is counterpart), nor with 190.8 triệu USD",
    },
    Question {
        ask: "Capital by partner country",
        answer: q9,
        not: "EU + Đức + Pháp",
    },
    Question {
        ask: "What Sumitomo plans in Thanh Hóa",
        answer: q10,
        not: "350 + 350 + 115.8 = 815.8",
    },
    Question {
        ask: "Share of LG in the stock of Hải Phòng",
        answer: q11,
        not: "28,6 %, the ratio of two lower bounds",
    },
    Question {
        ask: "Destinations of missions, by year",
        answer: q12,
        not: "11 for Hải Dương, nor a mission of Vĩnh Long in 2012",
    },
    Question {
        ask: "Number of missions sent",
        answer: q13,
        not: "\"nhiều đoàn\" as 0 or as 100",
    },
    Question {
        ask: "Visits received by Vĩnh Long in 2022",
        answer: q14,
        not: "40 + 24 = 64",
    },
    Question {
        ask: "Partner localities in force, by country",
        answer: q15,
        not: "Tula and Niigata, which are sought; nor 26 + those named",
    },
    Question {
        ask: "Agreements signed, by kind",
        answer: q16,
        not: "a programme with a ministry, or a national trade agreement",
    },
    Question {
        ask: "Growth of the trade of Vĩnh Long in 2022",
        answer: q17,
        not: "33.8 %, the mean of two rates",
    },
    Question {
        ask: "The levels before, from printed growth",
        answer: q18,
        not: "GRDP 34,205 across price bases; nor +10.2 times",
    },
    Question {
        ask: "The budget plan of Hải Dương",
        answer: q19,
        not: "17,648.17 without its rounding, nor 79,3 % as growth",
    },
    Question {
        ask: "Rank of Thanh Hóa by stock",
        answer: q20,
        not: "8th carried over to the 34 units, nor Dầu khí as a province",
    },
    Question {
        ask: "Stocks restated to the 34 units",
        answer: q21,
        not: "876.92 for Vĩnh Long after the merger: one of three",
    },
    Question {
        ask: "Change of Hải Phòng across the merger",
        answer: q22,
        not: "old and new Hải Phòng as one",
    },
    Question {
        ask: "All claims on the growth of Vĩnh Long in 2022",
        answer: q23,
        not: "the last, nor the mean 9,74",
    },
    Question {
        ask: "FDI of Hải Dương in 2023, by producer",
        answer: q24,
        not: "one sum of two producers",
    },
    Question {
        ask: "What was left out of question 2, and why",
        answer: q25,
        not: "a silent filter",
    },
    Question {
        ask: "Do printed parts add up to the printed total of aid?",
        answer: q26,
        not: "1.498 read as one and a half",
    },
    Question {
        ask: "Stock against stock and flow, 2022",
        answer: q27,
        not: "stock = stock before + flow",
    },
    Question {
        ask: "Capital a project in Hải Phòng",
        answer: q28,
        not: "28.72 exactly",
    },
    Question {
        ask: "New capital of 2023: which provinces have no value?",
        answer: q29,
        not: "empty = 0 (Sơn La)",
    },
    Question {
        ask: "Where the stock of question 2 comes from",
        answer: q30,
        not: "a total that cannot be unfolded",
    },
    Question {
        ask: "Registered capital of 2015, by vintage",
        answer: q31,
        not: "24,235.3 and 22,757.3 without saying as of when",
    },
    Question {
        ask: "Workers in foreign enterprises, and all workers",
        answer: q32,
        not: "507,726",
    },
];
