/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One improvement round of the shipped method, without a flaw. */
#include "method_fixture.h"

static const struct {
  const char *table;
  const char *row;
} sound[] = {
    {"lists", "person=Petra Jansen|person_unit=North|person_level=Tactical|person_active=Yes"},
    {"lists", "person=Kees de Wit|unit=North"},
    {"lists", "person=Vries, Anna de"},
    {"goals", "id=G-11111|goal=Customers call us once and are helped|level=Tactical"
              "|reason=Too many callbacks|shared=Yes|shared_on=@-80"},
    {"waves", "id=M-11111|number=#0|name=Spring|kind=Quantitative|start=@-90|end=@-70|invited=#100"
              "|population=#120|scale=0–10|known_on=@-60|next=@90"},
    {"waves", "id=M-22222|number=#1|name=Summer|kind=Quantitative|start=@-9|end=@-2|invited=#100"
              "|population=#120|scale=0–10|known_on=@-1|next=@170"},
    {"sessions", "id=S-11111|date=@-75|kind=Preparation|purpose=Agree on the goal|wave=M-11111"
                 "|place=Room 1|participants=Petra, Kees|wanted=A goal|achieved=Yes"},
    {"sessions", "id=S-22222|date=@-55|kind=Results|purpose=Understand the scores|wave=M-11111"
                 "|place=Room 1|participants=Petra, Kees|wanted=Two focus points|achieved=Partly"
                 "|strengths=friendly / quick|improvements=callbacks / letters"},
    {"focus", "id=F-11111|focus=Helped in one call|status=Active|unit=North|level=Tactical"
              "|goal=G-11111|wave=M-11111|why=Strongest driver|quote=I had to call three times"
              "|lead=Petra Jansen|current=Three calls|desired=One call|measure=Calls per question"
              "|value_now=2,8|value_wanted=1,2|wanted_by=@60|confirmed_on=@-40"
              "|confirmed_by=the team|changed_on=@-5"},
    {"causes", "id=C-11111|focus=F-11111|branch=#1|why_number=#1|question=Why call again?"
               "|answer=The first answer was incomplete"},
    {"causes", "id=C-22222|focus=F-11111|branch=#1|why_number=#2|question=Why incomplete?"
               "|answer=The order is in another system"},
    {"causes", "id=C-33333|focus=F-11111|branch=#1|why_number=#3|question=Why another system?"
               "|answer=Nobody may look into it|core=Yes|evidence=Ten calls listened to"
               "|angle=Means|confirmed_by=the team"},
    {"solutions", "id=O-11111|focus=F-11111|cause=C-33333|solution=Let us look into orders"
                  "|decision=Chosen|achieve=One answer|bridge=No second call|applicable=#4"
                  "|support=#5|effort=#2|benefit=#4"},
    {"solutions", "id=O-22222|focus=F-11111|solution=Write more letters|decision=Parked"},
    {"actions", "id=A-11111|action=Ask for access to the orders|owner=Petra Jansen|deadline=@9"
                "|status=In progress|solution=O-11111|focus=F-11111"},
    {"actions", "id=A-22222|action=Show three colleagues how to look|owner=Kees de Wit"
                "|deadline=@20|status=To do|solution=O-11111|focus=F-11111"},
    {"actions", "id=A-33333|action=Make a list of what callers ask|owner=Anna de Vries"
                "|deadline=@-30|status=Done|done_on=@-35|check_on=@57|solution=O-11111"
                "|focus=F-11111"},
    {"agenda", "id=V-11111|focus=F-11111|meeting=Team meeting|rhythm=Monthly|next=@12"},
    {"projects", "id=P-11111|name=New order system|owner=Kees de Wit|until=@300"},
    {"focus", "id=F-22222|focus=Letters people understand|status=Proposed|unit=North"
              "|level=Strategic|wave=M-22222"},
    {"focus", "id=F-33333|focus=Opening hours|status=Stopped|unit=North|level=Operational"
              "|reason=Decided elsewhere|current=9 to 5|desired=8 to "
              "8|measure=Hours|value_now=8|value_wanted=12|wanted_by=@-60|confirmed_on=@-90"},
    {"actions", "id=A-44444|action=Tell customers the new hours|owner=Petra Jansen|deadline=@-50"
                "|status=Done|done_on=@-50|check_on=@-8|helped=Yes|solution=O-33333|focus=F-33333"},
    {"solutions", "id=O-33333|focus=F-33333|solution=Longer hours|decision=Chosen|cause=C-44444"
                  "|achieve=Reach us|bridge=At once|applicable=#4|support=#5|effort=#2|benefit=#4"},
    {"causes",
     "id=C-44444|focus=F-33333|branch=#1|why_number=#1|question=Why closed?|answer=Habit"},
    {"causes", "id=C-44445|focus=F-33333|branch=#1|why_number=#2|question=Why?|answer=Rosters"},
    {"causes", "id=C-44446|focus=F-33333|branch=#2|why_number=#1|question=Why?|answer=Costs"
               "|core=Yes|evidence=Budget|angle=Organisation|confirmed_by=the board"},
    {"actions", "id=A-55555|action=Ask the board for a budget|owner=Kees de Wit|deadline=@5"
                "|status=Cancelled|reason=Not needed|focus=F-22222"},
    {"actions", "id=A-66666|action=Read the letters of last year|owner=Anna de Vries|deadline=@30"
                "|status=On hold|reason=Waits for the archive|solution=O-44444|focus=F-44444"},
    {"focus", "id=F-44444|focus=Clear letters|status=Active|unit=Whole organisation|level=Strategic"
              "|goal=G-11111|wave=M-22222|why=Many remarks|quote=I had to read it twice"
              "|lead=Kees de Wit|current=Long|desired=Short|measure=Words|value_now=#300"
              "|value_wanted=#120|wanted_by=@50|confirmed_on=@-3|changed_on=@-3"},
    {"causes", "id=C-55555|focus=F-44444|why_number=#1|question=Why long?|answer=Lawyers"},
    {"causes", "id=C-66666|focus=F-44444|why_number=#2|question=Why lawyers?|answer=Fear"},
    {"causes", "id=C-77777|focus=F-44444|why_number=#3|question=Why fear?|answer=One complaint"
               "|core=Yes|evidence=Minutes|angle=People|confirmed_by=the team"},
    {"solutions", "id=O-44444|focus=F-44444|solution=Write anew|decision=Chosen|cause=C-77777"
                  "|achieve=Clarity|bridge=Fewer words|applicable=#4|support=#5|effort=#2"
                  "|benefit=#4"},
    {"focus", "id=F-55555|focus=Callers at the desk|status=Parked|unit=North|level=Operational"
              "|reason=Two others first"},
    {"log", "at=2026-07-01T10:00|who=Petra|sheet=Actions|row=A-11111|field=Status"},
};

void mx_sound(mx *book) {
  mx_clear(book);
  for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
    mx_put(book, sound[i].table, sound[i].row);
}
