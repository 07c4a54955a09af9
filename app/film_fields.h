// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_choice.h"
#include "core/model/field.h"
#include "core/model/lab.h"
#include "core/model/vary.h"

#include <vector>

// A film's choices as a panel of parameters has them: the range of what is moved, how fast, and the sheet.

namespace theta {

/// `played`: the parameter that is moved. `limits`: its own, while the others have their values.
std::vector<Field> film_fields(const Field& played, Limits limits, FilmFormat format);

/// The values of these fields.
Values film_values(const Field& played, const FilmChoice& choice);

/// The choice with what the values say.
FilmChoice with_film_values(FilmChoice choice, const Values& values);

/// Where a film may begin and end: the whole range, but from where it stands, one by one, with a whole number
/// that has thousands of values, such as a position.
FilmRange proposed_range(const Lab& lab, const Field& played, double now, Limits limits, std::int64_t steps);

/// Throws InputError where there is no such variation.
Variation film_variation(const Lab& lab, const FilmChoice& choice);

}  // namespace theta
