// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/swept_figure.h"

#include <gtest/gtest.h>

#include <cmath>

namespace theta {
namespace {

SweptFigure swept(double value) {
  Figure figure{.title = say("Lab at {}", value)};
  figure.panels = {{.id = "p"}};
  figure.handles = {{.id = "h", .panel = "p", .bindings = {{.parameter = "a"}}}};
  figure.readings = {{.id = "same", .label = "Same", .value = NAN},
                     {.id = "twice", .label = "Twice", .value = 2 * value, .unit = "px"}};
  figure.description = say("It is {}.", value);
  figure.formula = "lab";
  return {say("$a$ = {}", value), figure};
}

TEST(SweptFigure, FrameNamesTheValues) {
  const Figure frame = swept_frame({swept(1), swept(2)});
  EXPECT_EQ(fill(frame.title), "Lab at …: $a$ = 1, $a$ = 2");
  EXPECT_EQ(fill(frame.description), "The same for $a$ = 1, $a$ = 2. With $a$ = 1: It is 1.");
  EXPECT_EQ(frame.formula, "lab");
  EXPECT_TRUE(frame.panels.empty());
  EXPECT_TRUE(frame.handles.empty());
  EXPECT_EQ(fill(swept_frame({swept(1), swept(2)}, "Panel").title), "Lab at …, Panel: $a$ = 1, $a$ = 2");
}

TEST(SweptFigure, FrameOfManyNamesTheEnds) {
  std::vector<SweptFigure> figures;
  for (int value = 1; value <= 4; ++value) figures.push_back(swept(value));
  EXPECT_EQ(fill(swept_frame(figures).title), "Lab at …: $a$ = 1, …, $a$ = 4");
}

TEST(SweptFigure, FrameHasReadingsThatDifferOnceAValue) {
  std::vector<SweptFigure> figures = {swept(1), swept(2), swept(3)};
  figures[1].figure.readings.erase(figures[1].figure.readings.begin() + 1);
  const std::vector<Reading> readings = swept_frame(figures).readings;
  ASSERT_EQ(readings.size(), 3u);
  EXPECT_EQ(readings[0].id, "same");
  EXPECT_EQ(readings[1].id, "twice-1");
  EXPECT_EQ(fill(readings[1].label), "Twice, $a$ = 1");
  EXPECT_EQ(readings[1].value, 2);
  EXPECT_EQ(readings[1].unit, "px");
  EXPECT_EQ(readings[2].id, "twice-3");
  EXPECT_EQ(readings[2].value, 6);
  EXPECT_EQ(swept_frame({swept(1), swept(2)}).readings.size(), 3u);
}

TEST(SweptFigure, FrameSaysRemarksOfAllOnce) {
  std::vector<SweptFigure> figures = {swept(1), swept(2)};
  figures[0].figure.remarks = {"Cut.", "Left."};
  figures[1].figure.remarks = {"Cut."};
  const std::vector<Text> remarks = swept_frame(figures).remarks;
  ASSERT_EQ(remarks.size(), 2u);
  EXPECT_EQ(fill(remarks[0]), "Cut.");
  EXPECT_EQ(fill(remarks[1]), "$a$ = 1: Left.");
}

Text held(double number, double bound) { return say("It holds {} below {}.", number, bound); }

TEST(SweptFigure, RemarksThatDifferByNumbersAreOneSentence) {
  std::vector<SweptFigure> figures = {swept(1), swept(2), swept(3)};
  const auto remark = [&](std::vector<std::vector<Text>> remarks) {
    std::vector<const std::vector<Text>*> all;
    for (const std::vector<Text>& each : remarks) all.push_back(&each);
    std::vector<std::string> words;
    for (const Text& text : swept_remarks(figures, all)) words.push_back(fill(text));
    return words;
  };
  using Sentences = std::vector<std::string>;
  EXPECT_EQ(remark({{held(1, 9)}, {held(2, 9)}, {held(3, 9)}}), Sentences{"It holds 1 / 2 / 3 below 9."});
  EXPECT_EQ(remark({{held(1, 4)}, {}, {held(2, 5)}}),
            Sentences{"$a$ = 1, $a$ = 3: It holds 1 / 2 below 4 / 5."});
  EXPECT_EQ(remark({{"Cut.", held(1, 9)}, {"Cut."}, {"Cut."}}),
            (Sentences{"Cut.", "$a$ = 1: It holds 1 below 9."}));
  EXPECT_EQ(remark({{say("{} It ends.", held(1, 9))}, {say("{} It ends.", held(2, 9))}, {}}),
            Sentences{"$a$ = 1, $a$ = 2: It holds 1 / 2 below 9. It ends."});
  EXPECT_EQ(remark({{held(1, 9), held(2, 9)}, {held(1, 9)}, {held(1, 9)}}),
            (Sentences{"It holds 1 below 9.", "$a$ = 1: It holds 2 below 9."}));
  figures.insert(figures.end(), {swept(4), swept(5)});
  EXPECT_EQ(remark({{held(1, 9)}, {held(2, 9)}, {held(3, 9)}, {held(4, 9)}, {held(5, 9)}}),
            Sentences{"It holds 1 … 5 below 9."});
}

TEST(SweptFigure, RemarksOfAllThatAreThereHaveNoValue) {
  const std::vector<Text> cut = {"Cut."};
  const std::vector<Text> remarks = swept_remarks({swept(1), swept(2), swept(3)}, {&cut, nullptr, &cut});
  ASSERT_EQ(remarks.size(), 1u);
  EXPECT_EQ(fill(remarks[0]), "Cut.");
}

TEST(SweptFigure, ValuesInARowSayTheSymbolOnce) {
  std::vector<SweptFigure> figures = {swept(1), swept(2), swept(3), swept(4)};
  for (SweptFigure& each : figures) each.value = say("{}", each.figure.readings[1].value);
  EXPECT_EQ(fill(values_listed(figures, 4)), "$a$ = 1, 4, 6, 8");
  EXPECT_EQ(fill(swept_frame(figures).title), "Lab at …: $a$ = 1, …, 8");
}

TEST(SweptFigure, NumberOfAValueIsReadFromTheIdOfItsVersion) {
  EXPECT_EQ(swept_number(swept_id("temperature", 0)), 0u);
  EXPECT_EQ(swept_number(swept_id("first_negative", 11)), 11u);
  for (const char* id : {"temperature", "layer_2", "layer-", "layer-two", "layer-0", "layer-2x"})
    EXPECT_FALSE(swept_number(id)) << id;
}

TEST(SweptFigure, FrameIsPartialWhereOneIsAndWorkedWhereAllAgree) {
  std::vector<SweptFigure> figures = {swept(1), swept(2)};
  for (SweptFigure& each : figures) each.figure.worked = {"1 + 1"};
  EXPECT_FALSE(swept_frame(figures).partial);
  EXPECT_EQ(swept_frame(figures).worked, std::vector<Text>{"1 + 1"});
  figures[1].figure.partial = true;
  figures[1].figure.worked = {"1 + 2"};
  EXPECT_TRUE(swept_frame(figures).partial);
  EXPECT_TRUE(swept_frame(figures).worked.empty());
}

}  // namespace
}  // namespace theta
